package term

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestPatch: what is sent for a row that changes, on a screen of 40 cells.
func TestPatch(t *testing.T) {
	const iroha = "いろはにほへとちりぬるをわかよたれそつ" // 19 of 20
	full := strings.Repeat("山", 20)
	for _, c := range []struct{ name, was, now, sent string }{
		{"a character at the end", "日本", "日本語", "\x1b[1;5H語"},
		{"one less at the end", "日本語", "日本", "\x1b[1;5H\x1b[K"},
		{"one for another", "日本語", "日木語", "\x1b[1;3H木"},
		{"two places", "日本語の文章を書く。", "月本語の文章を書け。", "\x1b[1;1H月\x1b[1;17Hけ"},
		{"two places close together", "日本語。", "月本誤。", "\x1b[1;1H月本誤"},
		{"half of a wide one", "日本", "日x", "\x1b[1;3Hx\x1b[K"},
		{"a character between", "朝の散歩で川沿いの道", "朝の長散歩で川沿いの道", "\x1b[1;5H\x1b[2@長"},
		{"one less between", "朝の長散歩で川沿いの道", "朝の散歩で川沿いの道", "\x1b[1;5H\x1b[2P散"},
		{"a row that runs over", "朝の散歩で川沿いの道", "長朝の散歩で川沿いの", "\x1b[1;19H\x1b[K\x1b[1;1H\x1b[2@長"},
		{"a full row that runs over", iroha + "え", "海" + iroha, "\x1b[1;1H海いろはにほへとちりぬるをわかよたれそつ"},
		{"a row that becomes full", iroha, "海" + iroha, "\x1b[1;1H海いろはにほへとちりぬるをわかよたれそつ"},
		{"a wide one for a narrow one", "a散歩で川沿いの道", "長散歩で川沿いの道", "\x1b[1;2H\x1b[1@\x1b[1;1H長"},
		{"a narrow one for a wide one", "長散歩で川沿いの道", "a散歩で川沿いの道", "\x1b[1;1Ha散歩で川沿いの道\x1b[K"},
		{"colour", "日本語", "日\x1b[31m本\x1b[m語", "\x1b[1;3H\x1b[0;31m本"},
		{"what is coloured moves", "朝\x1b[31m散歩で川沿い\x1b[m", "朝の\x1b[31m散歩で川沿い\x1b[m", "\x1b[1;3H\x1b[2@の"},
		{"behind a width that is not sure", "…日本", "…日本語", "\x1b[?7l\x1b[1;1H\x1b[K…日本語\x1b[?7h"},
		{"before a width that is not sure", "日本語と❤️", "日木語と❤️", "\x1b[?7l\x1b[1;7H\x1b[K\x1b[1;3H木語と❤️\x1b[?7h"},
		{"a mark is joined", "日本か", "日本か\u3099", "\x1b[?7l\x1b[1;3H\x1b[K本か\u3099\x1b[?7h"},
		{"a full row that is not sure", full, full[:57] + "…", "\x1b[?7l\x1b[1;37H\x1b[K山…\x1b[?7h"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sent, end := paint(pen{}, c.now).patch(1, 40, paint(pen{}, c.was), pen{})
			if string(sent) != c.sent {
				t.Errorf("sent %q, want %q", sent, c.sent)
			}
			want, got := newScreen(40, 1, ansi.WcWidth), newScreen(40, 1, ansi.WcWidth)
			write := func(s *screen, text string) {
				if _, err := s.Write([]byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			write(want, c.now+"\x1b[H")
			write(got, c.was+string(sent)+string(pen{}.from(end, nil))+"\x1b[H")
			if want.String() != got.String() {
				t.Errorf("the row shows\n%s\nwant\n%s", got, want)
			}
		})
	}
}
