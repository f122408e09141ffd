package term

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lifelog/ui/cell"
)

func TestProbeLeavesTheScreenAsItWas(t *testing.T) {
	s := newScreen(40, 6, ansi.WcWidth)
	if _, err := s.Write([]byte("\x1b[31m日本語\x1b[m\r\n\n\n\n\nlast\x1b[2;3H\x1b[1m")); err != nil {
		t.Fatal(err)
	}
	before := s.String()
	if _, err := s.Write([]byte(NewProbe(4).String())); err != nil {
		t.Fatal(err)
	}
	if after := s.String(); after != before {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
}

func TestProbeAnswers(t *testing.T) {
	type at struct{ x, y int }
	for _, c := range []struct {
		name string
		in   []at
		want cell.Profile
		done int // the answer that is the last one, from 1
	}{
		{"nothing", nil, cell.Profile{}, 0},
		{"all", []at{{1, 3}, {1, 3}, {4, 3}, {4, 3}, {2, 3}, {2, 3}}, cell.Profile{Ambiguous: 1, VS16: 1, ZWJ: 4, Skin: 4, Flag: 2, Kana: 2}, 6},
		{"one more", []at{{1, 3}, {2, 3}, {2, 3}, {2, 3}, {2, 3}, {1, 3}, {7, 3}}, cell.Profile{Ambiguous: 1, VS16: 2, ZWJ: 2, Skin: 2, Flag: 2, Kana: 1}, 6},
		{"some", []at{{2, 3}, {1, 3}}, cell.Profile{Ambiguous: 2, VS16: 1}, 0},
		{"another row between", []at{{2, 3}, {9, 0}, {1, 3}}, cell.Profile{Ambiguous: 2, VS16: 1}, 0},
		{"nonsense", []at{{2, 3}, {77, 3}, {-1, 3}, {4, 3}}, cell.Profile{Ambiguous: 2, Skin: 4}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := NewProbe(4)
			done := 0
			for i, a := range c.in {
				if p.Answer(a.x, a.y) {
					done = i + 1
				}
			}
			if got := p.Profile(); got != c.want || done != c.done {
				t.Errorf("got %+v after %d, want %+v after %d", got, done, c.want, c.done)
			}
		})
	}
}

func TestProbeAsksForEverySample(t *testing.T) {
	asked := NewProbe(4).String()
	if n := strings.Count(asked, "\x1b[6n"); n != len(samples) {
		t.Errorf("%d questions for %d samples", n, len(samples))
	}
	if n := strings.Count(asked, "\x1b[4;1H"); n != len(samples)+1 {
		t.Errorf("%d moves to the row", n)
	}
}
