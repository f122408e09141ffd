package term

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lifelog/ui/cell"
)

// rulers are those of terminals that draw some text otherwise than the renderer
// believes.
var rulers = map[string]cell.Ruler{
	"clusters":  cell.NewRuler(cell.Profile{Ambiguous: 1, VS16: 2, ZWJ: 2, Skin: 2, Flag: 2, Kana: 1}),
	"ambiguous": cell.NewRuler(cell.Profile{Ambiguous: 2, VS16: 1, ZWJ: 4, Skin: 4, Flag: 4, Kana: 2}),
	"renderer":  {},
}

func TestMask(t *testing.T) {
	for _, text := range []string{
		"👨‍👩‍👧", "👩‍💻", "👍🏽", "❤️", "🇯🇵", "ﾊﾟ", "…", "─", "1️⃣", "か\u3099", "plain", "日本語", string(maskNarrow), string(maskWide) + "a", string(maskMore) + "\U000E0130",
		"\x1b[1m🇯🇵\x1b[m…", "\x1b]8;;https://a.example/%20\x1b\\👩‍💻\x1b]8;;\x1b\\",
	} {
		for name, r := range rulers {
			masked := Mask(text, r)
			if got := ansi.WcWidth.StringWidth(masked); got != r.Width(cell.Parse(text).Text) {
				t.Errorf("%s: the renderer takes %q for %d cells, the terminal draws %d", name, text, got, r.Width(text))
			}
			if back := string(unmask([]byte(masked))); back != text {
				t.Errorf("%s: %q came through as %q", name, text, back)
			}
		}
	}
}

// TestMaskedRowIsWhole: a row that the terminal has room for is sent whole.
func TestMaskedRowIsWhole(t *testing.T) {
	row := strings.Repeat("👨‍👩‍👧", 13) + "end"
	for name, fits := range map[string]string{"clusters": row, "ambiguous": strings.Repeat("…", 14) + "e"} {
		var sent strings.Builder
		out := &Output{on: true, write: func(b []byte) (int, error) { return sent.Write(b) }}
		if _, err := out.Write(newPainter(30, 3, "xterm-256color").frame([]string{Mask(fits, rulers[name])}, 0, 0)); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(sent.String(), fits) {
			t.Errorf("%s: %q was sent", name, sent.String())
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("今日は👨‍👩‍👧❤️…🇯🇵ﾊﾟ\U0003fffd\U000e0120\U0010fffd")
	f.Add("\U000e0110\U0003fffc\U000e0120a\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		frame := cell.Clean(s)
		for name, r := range rulers {
			masked := Mask(frame, r)
			if back := string(unmask([]byte(masked))); back != frame {
				t.Fatalf("%s: %+q came through as %+q", name, frame, back)
			}
			for _, cluster := range cell.Clusters(frame) {
				if cells := r.Width(cluster); cells > 0 && (cell.Ruler{}).Width(Mask(cluster, r)) != cells {
					t.Fatalf("%s: %+q is masked as %+q", name, cluster, Mask(cluster, r))
				}
			}
		}
	})
}
