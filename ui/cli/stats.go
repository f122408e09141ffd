package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

var stats = &command{
	name:  "stats",
	usage: "[OPTION…] [QUERY…]",
	tells: words.CommandStats,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		by := fs.String("by", "month", say(words.OptBy))
		return func(ctx context.Context, c *call, args []string) error {
			return c.stats(ctx, strings.Join(args, " "), *by, *json)
		}
	},
}

// counted is the JSON of stats.
type counted struct {
	Entries    int         `json:"entries"`
	Days       int         `json:"days"`
	Characters int         `json:"characters"`
	Words      int         `json:"words"`
	Longest    *stretch    `json:"longest"`
	Current    *stretch    `json:"current"`
	ByDay      []*stretch  `json:"by_day"`
	ByMonth    []*stretch  `json:"by_month"`
	ByYear     []*stretch  `json:"by_year"`
	Tags       []tagUse    `json:"tags"`
	Numbers    []numbersOf `json:"numbers"`
}

type stretch struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Days       int    `json:"days"`
	Entries    int    `json:"entries"`
	Characters int    `json:"characters"`
	Words      int    `json:"words"`
}

type tagUse struct {
	Tag     string         `json:"tag"`
	Count   int            `json:"count"`
	ByMonth map[string]int `json:"by_month"`
}

type numbersOf struct {
	Name    string     `json:"name"`
	Mean    float64    `json:"mean"`
	Least   float64    `json:"least"`
	Most    float64    `json:"most"`
	Without int        `json:"without"`
	Days    []measured `json:"days"`
}

type measured struct {
	Date  string  `json:"date"`
	Value float64 `json:"value"`
}

func (c *call) stats(ctx context.Context, query, by string, asJSON bool) error {
	if by != "day" && by != "month" && by != "year" {
		return wrong(c.fail(words.ByWrong, by), c.say(words.ByHint))
	}
	ids, err := c.choose(ctx, query)
	if err != nil {
		return err
	}
	if query == "" { // else it was read to be searched
		if err := c.readAll(ctx); err != nil {
			return err
		}
	}
	s := c.j.Stats(ctx, ids)
	if asJSON {
		err = c.statsJSON(s)
	} else {
		c.statsLines(s, by)
	}
	if err == nil && s.Entries == 0 {
		if query != "" {
			c.tell(words.NoneHolds, query)
		}
		return silent
	}
	return err
}

var stretchNames = map[string]words.Phrase{"day": words.ColumnDay, "month": words.ColumnMonth, "year": words.ColumnYear}

// statsLines writes the statistics for people; the output keeps what fails.
func (c *call) statsLines(s journal.Stats, by string) {
	if s.Entries == 0 {
		return
	}
	put := func(p words.Phrase, args ...any) { fmt.Fprintln(c.out, c.say(p, args...)) }
	put(words.TotalEntries, s.Entries)
	put(words.TotalDays, s.Days, s.Daily[0].From, s.Daily[len(s.Daily)-1].To)
	put(words.TotalCharacters, s.Characters)
	put(words.TotalWords, s.Words)
	put(words.TotalLongest, s.Longest.Days, s.Longest.From, s.Longest.To)
	put(words.TotalCurrent, s.Current.Days)
	fmt.Fprintln(c.out)
	list, cut := s.Monthly(), len("2022-05")
	switch by {
	case "day":
		list, cut = s.Daily, len("2022-05-02")
	case "year":
		list, cut = s.Yearly(), len("2022")
	}
	var ruler cell.Ruler
	heading := ruler.Pad(c.say(stretchNames[by]), cut)
	for _, column := range []struct {
		name  words.Phrase
		width int
	}{{words.StatsEntries, 9}, {words.StatsCharacters, 12}, {words.StatsWords, 9}, {words.ColumnDays, 6}} {
		name := c.say(column.name)
		heading += strings.Repeat(" ", column.width-ruler.Width(name)) + name
	}
	fmt.Fprintln(c.out, heading)
	for _, t := range list {
		fmt.Fprintf(c.out, "%s  %7d  %10d  %7d  %4d\n", t.From.String()[:cut], t.Entries, t.Characters, t.Words, t.Days)
	}
	for i, n := range s.Numbers {
		if i == 0 {
			fmt.Fprintln(c.out)
		}
		put(words.TotalNumbers, len(n.Days), c.safe(n.Name),
			words.Decimal(n.Mean), words.Decimal(n.Least), words.Decimal(n.Most), n.Without)
	}
}

func (c *call) statsJSON(s journal.Stats) error {
	all := counted{
		Entries: s.Entries, Days: s.Days, Characters: s.Characters, Words: s.Words,
		Longest: stretchOf(s.Longest), Current: stretchOf(s.Current),
		ByDay: stretches(s.Daily), ByMonth: stretches(s.Monthly()), ByYear: stretches(s.Yearly()),
		Tags: []tagUse{}, Numbers: []numbersOf{},
	}
	for _, tag := range s.Tags {
		out := tagUse{tag.Name, len(tag.Days), map[string]int{}}
		for _, d := range tag.Days {
			out.ByMonth[d.String()[:len("2022-05")]]++
		}
		all.Tags = append(all.Tags, out)
	}
	for _, n := range s.Numbers {
		out := numbersOf{Name: n.Name, Mean: n.Mean, Least: n.Least, Most: n.Most, Without: n.Without}
		for _, day := range n.Days {
			out.Days = append(out.Days, measured{day.Day.String(), day.Value})
		}
		all.Numbers = append(all.Numbers, out)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := c.out.WriteString(c.safe(b.String()))
	return err
}

// stretchOf is nil for no days.
func stretchOf(s journal.Stretch) *stretch {
	if s.From.IsZero() {
		return nil
	}
	return &stretch{s.From.String(), s.To.String(), s.Days, s.Entries, s.Characters, s.Words}
}

func stretches(list []journal.Stretch) []*stretch {
	out := []*stretch{}
	for _, s := range list {
		out = append(out, stretchOf(s))
	}
	return out
}
