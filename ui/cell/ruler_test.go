package cell

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// kitty and the like draw emoji by cluster; mlterm draws ambiguous characters wide; Ghostty puts half-width marks on their kana.
var (
	byCluster     = NewRuler(Profile{Ambiguous: 1, VS16: 2, ZWJ: 2, Skin: 2, Flag: 2, Kana: 1})
	eastAsian     = NewRuler(Profile{Ambiguous: 2, VS16: 1, ZWJ: 4, Skin: 4, Flag: 2, Kana: 2})
	wideFlagRuler = NewRuler(Profile{Flag: 4})
)

func TestWidth(t *testing.T) {
	for _, test := range []struct {
		text                       string
		byTable, cluster, eastAsia int
	}{
		{"", 0, 0, 0},
		{"abc", 3, 3, 3},
		{"あ〜　𠮷", 8, 8, 8},
		{"か\u3099葛\U000e0100", 4, 4, 4},
		{"㈱㋿㊗", 6, 6, 6},
		{"ﾊﾟﾋﾟ", 4, 2, 4},
		{"ﾊｲ", 2, 2, 2},
		{"…①─※→★α“я", 9, 9, 18},
		{"é", 1, 1, 1},
		{"❤", 1, 1, 1},
		{"❤\ufe0f", 1, 2, 1},
		{"⚠\ufe0fと", 3, 4, 3},
		{"1\ufe0f\u20e3", 1, 2, 1},
		{"👍\ufe0f", 2, 2, 2},
		{"👍🏽", 4, 2, 4},
		{"🏽", 2, 2, 2},
		{"a🏽", 3, 3, 3},
		{"👩\u200d💻", 4, 2, 4},
		{"👩🏽\u200d💻", 6, 2, 6},
		{"👨\u200d👩\u200d👧\u200d👦", 8, 2, 8},
		{"❤\ufe0f\u200d🔥", 3, 2, 3},
		{"🇯🇵🇺🇸", 4, 4, 4},
		{"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2, 2, 2},
		{"क\u094d\u200dष", 2, 2, 2},
		{"각", 2, 2, 2},
		{"a\tb\nc\r\nd", 10, 10, 10},
		{"\x1b\x00\x7f\r", 4, 4, 4},
		{"\u202e\u200b\u2028", 3, 3, 4},
		{"a\U000e0041b", 3, 3, 4},
		{"\xe3\x81", 2, 2, 4},
		{"\u200f\u00ad\u200d", 0, 0, 0},
	} {
		for _, ruler := range []struct {
			name  string
			ruler Ruler
			want  int
		}{{"table", Ruler{}, test.byTable}, {"cluster", byCluster, test.cluster}, {"East Asian", eastAsian, test.eastAsia}} {
			if got := ruler.ruler.Width(test.text); got != ruler.want {
				t.Errorf("width of %+q by %s: %d, want %d", test.text, ruler.name, got, ruler.want)
			}
		}
	}
	if got := wideFlagRuler.Width("🇯🇵🇺"); got != 6 {
		t.Errorf("width of a flag and a half in a terminal with wide letters: %d, want 6", got)
	}
}

// A probe must come out of the ruler that it made.
func TestNewRulerAnswersTheProbes(t *testing.T) {
	for _, p := range []Profile{
		{1, 1, 4, 4, 2, 2}, {2, 1, 4, 4, 2, 2}, {1, 2, 4, 4, 2, 2}, {1, 1, 2, 4, 2, 2}, {1, 1, 4, 2, 2, 2}, {1, 1, 4, 4, 4, 2}, {1, 1, 4, 4, 2, 1},
		{2, 2, 2, 2, 4, 1},
	} {
		r := NewRuler(p)
		got := Profile{}
		for probe, field := range map[string]*uint8{"…": &got.Ambiguous, "❤\ufe0f": &got.VS16, "👩\u200d💻": &got.ZWJ, "👍🏽": &got.Skin, "🇯🇵": &got.Flag, "ﾊﾟ": &got.Kana} {
			*field = uint8(r.Width(probe))
		}
		if got != p {
			t.Errorf("ruler of %+v measures %+v", p, got)
		}
	}
	if NewRuler(Profile{}) != (Ruler{}) || NewRuler(Profile{9, 0, 7, 1, 1, 5}) != (Ruler{}) {
		t.Error("a profile without usable answers is not the zero ruler")
	}
}

func TestZeroRulerIsTheRendererS(t *testing.T) {
	needDefaultRenderer(t)
	for r := range rune(0x20000) {
		if text := string(r); CleanLine(text) == text && (Ruler{}).Width(text) != ansi.StringWidthWc(text) {
			t.Errorf("%U: width %d, the renderer's %d", r, Ruler{}.Width(text), ansi.StringWidthWc(text))
		}
	}
}

func needDefaultRenderer(t *testing.T) {
	t.Helper()
	if wide, err := strconv.ParseBool(os.Getenv("RUNEWIDTH_EASTASIAN")); err == nil && wide {
		t.Skip("RUNEWIDTH_EASTASIAN switches the renderer's table when the process starts")
	}
}

func TestCutTruncatePad(t *testing.T) {
	for _, test := range []struct {
		ruler              Ruler
		text               string
		width              int
		cut, truncate, pad string
	}{
		{Ruler{}, "日本語", 6, "日本語", "日本語", "日本語"},
		{Ruler{}, "日本語", 5, "日本", "日本…", "日本 "},
		{Ruler{}, "日本語", 4, "日本", "日…", "日本"},
		{Ruler{}, "日本語", 1, "", "…", " "},
		{Ruler{}, "日本語", 0, "", "", ""},
		{Ruler{}, "日本語", -3, "", "", ""},
		{Ruler{}, "日本", 7, "日本", "日本", "日本   "},
		{eastAsian, "日本語", 5, "日本", "日…", "日本 "},
		{eastAsian, "日本語", 1, "", "", " "},
		{Ruler{}, "ab\u0301c", 2, "ab\u0301", "a…", "ab\u0301"},
		{byCluster, "👩\u200d💻と", 3, "👩\u200d💻", "👩\u200d💻…", "👩\u200d💻 "},
		{Ruler{}, "👩\u200d💻と", 3, "", "…", "   "},
	} {
		if got := test.ruler.Cut(test.text, test.width); got != test.cut {
			t.Errorf("Cut(%q, %d) = %q, want %q", test.text, test.width, got, test.cut)
		}
		if got := test.ruler.Truncate(test.text, test.width); got != test.truncate {
			t.Errorf("Truncate(%q, %d) = %q, want %q", test.text, test.width, got, test.truncate)
		}
		if got := test.ruler.Pad(test.text, test.width); got != test.pad {
			t.Errorf("Pad(%q, %d) = %q, want %q", test.text, test.width, got, test.pad)
		}
	}
}

func FuzzWidth(f *testing.F) {
	f.Add("旅: ﾊﾟ❤\ufe0f👩🏽\u200d💻🇯🇵", 7)
	f.Add("\x1b[2J\u202e\xff\r\n\u0600\u0301", 3)
	f.Fuzz(func(t *testing.T, s string, width int) {
		needDefaultRenderer(t)
		if got, want := (Ruler{}).Width(s), ansi.StringWidthWc(CleanLine(s)); got != want {
			t.Fatalf("width of %+q: %d, the renderer's %d", s, got, want)
		}
		width %= 50
		for _, r := range []Ruler{{}, byCluster, eastAsian} {
			sum := 0
			for _, cluster := range Clusters(s) {
				sum += r.Width(cluster)
			}
			if r.Width(s) != sum {
				t.Fatalf("%+q is %d cells, its clusters are %d", s, r.Width(s), sum)
			}
			if cut := r.Cut(s, width); !strings.HasPrefix(s, cut) || cut != "" && r.Width(cut) > width {
				t.Fatalf("Cut(%+q, %d) = %+q", s, width, cut)
			}
			if short := r.Truncate(s, width); short != "" && r.Width(short) > width {
				t.Fatalf("Truncate(%+q, %d) = %+q", s, width, short)
			}
			if padded := r.Pad(s, width); r.Width(padded) != max(width, 0) {
				t.Fatalf("Pad(%+q, %d) = %+q", s, width, padded)
			}
		}
	})
}

func BenchmarkWidth(b *testing.B) {
	for name, text := range prose {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Ruler{}.Width(text)
			}
		})
	}
}

// What is sure has one width by every ruler, and by the library's two.
func TestSure(t *testing.T) {
	count := 0
	for c := rune(0); c < 0x30000; c++ {
		s := string(c)
		cells, ok := Sure(s)
		if !ok {
			continue
		}
		count++
		for _, w := range []int{Ruler{}.Width(s), byCluster.Width(s), eastAsian.Width(s), ansi.StringWidthWc(s), ansi.StringWidth(s)} {
			if w != cells {
				t.Errorf("%q is taken for sure to be %d cells wide, and a ruler has %d", s, cells, w)
			}
		}
	}
	if count < 30000 {
		t.Errorf("only %d characters are sure", count)
	}
	for _, s := range []string{"", "…", "é", "❤️", "か\u3099", "ab", "\t", "\x1b", "ﾟ", "\xff"} {
		if _, ok := Sure(s); ok {
			t.Errorf("the width of %q is taken for sure", s)
		}
	}
}
