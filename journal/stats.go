package journal

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"lifelog/journal/date"
)

// Tally is how much is written in a time.
type Tally struct {
	Entries    int
	Days       int // that have an entry
	Characters int // as in Brief
	Words      int // of scripts that part them
}

func (t *Tally) add(u Tally) {
	t.Entries += u.Entries
	t.Days += u.Days
	t.Characters += u.Characters
	t.Words += u.Words
}

// Stretch is how much is written in a stretch of days.
type Stretch struct {
	date.Range
	Tally
}

// Stats is what can be counted of some entries.
type Stats struct {
	Tally
	Daily   []Stretch // the days that have an entry, in order
	Longest Stretch   // the run of days, each with an entry, that is the longest, of several the last; zero for no entry
	Current Stretch   // the run that reaches today, or yesterday while today has no entry; zero for none
	Tags    []TagUse  // the most used first; at most maxTagUses
	Numbers []Numbers // those of the front matter, the one of the most days first
}

// TagUse is when a tag is used.
type TagUse struct {
	Name string      // without its mark, as the newest of the entries spells it
	Days []date.Date // of each entry that has it, or a tag below it, in order
}

const maxTagUses = 1000

// Numbers are the values of a name in the front matter that are numbers.
type Numbers struct {
	Name              string    // as the newest entry writes it
	Days              []Measure // that have one, in order
	Mean, Least, Most float64   // of the days
	Without           int       // days between the first and the last that have none
}

// Measure is the number of a day: of several entries their mean.
type Measure struct {
	Day   date.Date
	Value float64
}

// notMeasured are names of the front matter that mean something else, even
// where they are numbers.
var notMeasured = map[string]bool{"title": true, "tags": true, "tag": true, "date": true, "until": true, "tz": true, "starred": true}

// Stats counts some entries, in any order, as far as they were read.
func (j *Journal) Stats(ctx context.Context, ids []ID) Stats {
	s, uses := j.count(ids)
	s.runs(j.Today())
	most := slices.SortedFunc(maps.Keys(uses), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(uses[b].days), len(uses[a].days)), strings.Compare(a, b))
	})
	for _, folded := range most[:min(len(most), maxTagUses)] {
		name := folded // of an entry that cannot be read any more
		if v, err := j.Load(ctx, uses[folded].newest); err == nil {
			name = spelling(v.Text, folded)
		}
		s.Tags = append(s.Tags, TagUse{name, uses[folded].days})
	}
	return s
}

// use is when a tag is used, and the newest entry that does.
type use struct {
	days   []date.Date
	newest ID
}

// count adds up what is known of some entries, and by the folded form of the tags
// when they are used.
func (j *Journal) count(ids []ID) (s Stats, uses map[string]*use) {
	ids = slices.SortedFunc(slices.Values(ids), func(a, b ID) int { return Newest(b, a) })
	numbers := map[string]*series{}
	uses = map[string]*use{}
	j.known.mu.RLock()
	defer j.known.mu.RUnlock()
	for _, id := range ids {
		f := j.known.entries[id]
		if f == nil {
			continue
		}
		if n := len(s.Daily); n == 0 || s.Daily[n-1].From != id.Date {
			s.Daily = append(s.Daily, Stretch{date.Range{From: id.Date, To: id.Date}, Tally{Days: 1}})
		}
		s.Daily[len(s.Daily)-1].add(Tally{Entries: 1, Characters: f.length, Words: f.words})
		for _, tag := range withParents(f.tags) {
			if uses[tag] == nil {
				uses[tag] = &use{}
			}
			uses[tag].days = append(uses[tag].days, id.Date)
			uses[tag].newest = id
		}
		for _, v := range f.values {
			if !v.isNumber || notMeasured[v.key] {
				continue
			}
			if numbers[v.key] == nil {
				numbers[v.key] = &series{}
			}
			numbers[v.key].add(id.Date, v)
		}
	}
	for _, day := range s.Daily {
		s.add(day.Tally)
	}
	for _, key := range slices.Sorted(maps.Keys(numbers)) {
		s.Numbers = append(s.Numbers, numbers[key].numbers())
	}
	slices.SortStableFunc(s.Numbers, func(a, b Numbers) int { return cmp.Compare(len(b.Days), len(a.Days)) })
	return s, uses
}

// runs finds the longest run of days and the one that goes on.
func (s *Stats) runs(today date.Date) {
	var run Stretch
	for _, day := range s.Daily {
		if run.Days > 0 && run.To.Add(1) == day.From {
			run.To = day.To
			run.add(day.Tally)
		} else {
			run = day
		}
		if run.Days >= s.Longest.Days {
			s.Longest = run
		}
		if run.To == today || run.To == today.Add(-1) {
			s.Current = run
		}
	}
}

// Monthly adds the days up by month, from the first month to the last, also
// those between in which nothing was written.
func (s *Stats) Monthly() []Stretch {
	return s.by(func(d date.Date) date.Range { return date.Month(d.Year, d.Month) })
}

// Yearly adds the days up by year, as Monthly does.
func (s *Stats) Yearly() []Stretch {
	return s.by(func(d date.Date) date.Range { return date.Year(d.Year) })
}

func (s *Stats) by(around func(date.Date) date.Range) []Stretch {
	var list []Stretch
	for _, day := range s.Daily {
		for len(list) == 0 || !list[len(list)-1].Contains(day.From) {
			next := day.From
			if len(list) > 0 {
				next = list[len(list)-1].To.Add(1)
			}
			list = append(list, Stretch{Range: around(next)})
		}
		list[len(list)-1].add(day.Tally)
	}
	return list
}

// series are the numbers of a name as they come, oldest first.
type series struct {
	name  string
	days  []Measure
	today int // how many numbers the last day has
}

func (s *series) add(d date.Date, v value) {
	s.name = v.name
	if n := len(s.days); n > 0 && s.days[n-1].Day == d {
		s.today++
		last := &s.days[n-1]
		last.Value += (v.number - last.Value) / float64(s.today)
		return
	}
	s.today = 1
	s.days = append(s.days, Measure{d, v.number})
}

func (s *series) numbers() Numbers {
	first, last := s.days[0], s.days[len(s.days)-1]
	n := Numbers{Name: s.name, Days: s.days, Least: first.Value, Most: first.Value}
	n.Without = last.Day.Sub(first.Day) + 1 - len(s.days)
	for i, day := range s.days {
		n.Mean += (day.Value - n.Mean) / float64(i+1)
		n.Least, n.Most = min(n.Least, day.Value), max(n.Most, day.Value)
	}
	return n
}
