package stats

import (
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
)

func day(n int) date.Date { return date.Date{Year: 2022, Month: 5, Day: 1}.Add(n) }

func drawn(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight(cell.Parse(line).Text, " ") + "\n")
	}
	return b.String()
}

// A day that follows a day is joined with it; a gap is one; and the mean is a
// row of dots.
func TestPlot(t *testing.T) {
	look := Look{Theme: theme.New(true), Ruler: cell.NewRuler(cell.Profile{})}
	n := journal.Numbers{Name: "mood", Mean: 3, Least: 1, Most: 5, Days: []journal.Measure{{Day: day(0), Value: 1}, {Day: day(1), Value: 5}, {Day: day(9), Value: 3}}}
	want := "5  ⡰⠁\n3 ⢠⠃⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠠\n1 ⡎\n  2022-05-01\n"
	if got := drawn(plot(look, n, 22, 4)); got != want {
		t.Errorf("drawn\n%swant\n%s", got, want)
	}
}

// Whatever there is to draw, it fits where there is room for labels and a cell.
func TestItFits(t *testing.T) {
	look := Look{Theme: theme.New(true), Ruler: cell.NewRuler(cell.Profile{Ambiguous: 2})}
	one := []journal.Measure{{Day: day(0), Value: -1e6}}
	var many []journal.Measure
	s := journal.Stats{Tally: journal.Tally{Entries: 1, Days: 1, Characters: 1 << 40}}
	for i := range 400 {
		many = append(many, journal.Measure{Day: day(i), Value: float64(i % 7)})
		s.Daily = append(s.Daily, journal.Stretch{Range: date.Range{From: day(i), To: day(i)}, Tally: journal.Tally{Entries: 1, Days: 1, Characters: 1 << (i % 20)}})
	}
	s.Numbers = []journal.Numbers{{Name: "気分\x1b[31m", Days: many, Mean: 3, Most: 6}, {Name: strings.Repeat("x", 99), Days: one, Mean: -1e6, Least: -1e6, Most: -1e6}}
	s.Tags = []journal.TagUse{{Name: strings.Repeat("長い", 40), Days: []date.Date{day(0), day(0), day(399)}}, {Name: "a\x1b[2J", Days: []date.Date{day(200)}}}
	look.Aside = strings.Repeat("京都 ", 50)
	var p Page
	p.Set(s)
	for range 2 * (p.first() + len(s.Numbers)) {
		for width := 24; width < 90; width += 13 {
			for height := 8; height < 40; height += 9 {
				lines := p.Lines(look, width, height)
				if len(lines) > height {
					t.Fatalf("%d rows in %d×%d", len(lines), width, height)
				}
				for _, line := range lines {
					if w := look.Ruler.Width(cell.Parse(line).Text); w > width {
						t.Fatalf("%d cells in %d×%d: %q", w, width, height, line)
					}
				}
			}
		}
		p.Turn(1)
		p.Count()
		p.Move(1)
	}
}

// A tag has a bar where in time it is used, as high as it is often.
func TestStrip(t *testing.T) {
	over := date.Range{From: day(0), To: day(7)}
	for want, days := range map[string][]date.Date{
		"⡇  ⢸": {day(0), day(7)},
		" ⢸⡀ ": {day(3), day(3), day(3), day(3), day(4)},
	} {
		got := strip(journal.TagUse{Days: days}, over, 4)
		if got != want {
			t.Errorf("%v: %q, want %q", days, got, want)
		}
	}
}

// What is shown stays when other entries are counted, as long as they have it; the
// unit is that of the script until a person chooses.
func TestSetKeepsThePlace(t *testing.T) {
	one := journal.Stats{Tally: journal.Tally{Entries: 1, Days: 1, Characters: 100, Words: 20}, Daily: []journal.Stretch{{Range: date.Range{From: day(0), To: day(0)}}}}
	number := func(name string) journal.Numbers {
		return journal.Numbers{Name: name, Days: []journal.Measure{{Day: day(0), Value: 1}}}
	}
	both, other := one, one
	both.Numbers = []journal.Numbers{number("mood"), number("sleep")}
	other.Tags, other.Numbers = []journal.TagUse{{Name: "a", Days: []date.Date{day(0)}}}, []journal.Numbers{number("sleep")}
	var p Page
	p.Set(both)
	p.Turn(-1)
	if p.name() != "sleep" || p.unit != inWords {
		t.Errorf("at %q in %v", p.name(), p.unit)
	}
	p.Set(other)
	if p.name() != "sleep" {
		t.Errorf("at %q", p.name())
	}
	p.Count()
	other.Numbers = nil
	p.Set(other)
	if p.part != months || p.unit != entries {
		t.Errorf("at part %d in %v", p.part, p.unit)
	}
}
