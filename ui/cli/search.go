package cli

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"unicode/utf8"

	"lifelog/journal"
	"lifelog/ui/words"
)

var search = &command{
	name:  "search",
	usage: "[OPTION…] QUERY…",
	tells: words.CommandSearch,
	declare: func(fs *flag.FlagSet, say sayer) action {
		var o searchOptions
		fs.BoolVar(&o.json, "json", false, say(words.OptJSON))
		fs.BoolVar(&o.count, "count", false, say(words.OptCount))
		fs.BoolVar(&o.explain, "explain", false, say(words.OptExplain))
		fs.UintVar(&o.limit, "limit", 0, say(words.OptLimit))
		return func(ctx context.Context, c *call, args []string) error {
			return c.search(ctx, &o, strings.Join(args, " "))
		}
	},
}

type searchOptions struct {
	json, count, explain bool
	limit                uint
}

// found is an entry in the JSON of search.
type found struct {
	ID    string   `json:"id"`
	Date  string   `json:"date"`
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Line  string   `json:"line"`
	Marks [][2]int `json:"marks"` // code points: bytes that are no UTF-8 change their length in JSON
	At    int      `json:"at"`
	Path  string   `json:"path"`
	Loose bool     `json:"loose,omitempty"`
}

func (c *call) search(ctx context.Context, o *searchOptions, query string) error {
	asked, err := c.query(query)
	if err != nil {
		return err
	}
	if o.explain {
		_, err := fmt.Fprintln(c.out, c.safe(strings.Join(asked.Explain(), "\n")))
		return err
	}
	if err := c.readAll(ctx); err != nil {
		return err
	}
	result, err := c.j.Search(ctx, query, int(min(o.limit, 1<<31-1)))
	if err != nil {
		return err
	}
	if o.count {
		_, err = fmt.Fprintln(c.out, result.Total)
	} else {
		rows := rows{c: c, json: o.json}
		for _, h := range result.Hits {
			err = rows.add(c.line(h.ID, h.Line, h.Marks), found{h.ID.String(), h.ID.Date.String(), h.ID.Name,
				h.Head.Title, h.Line, codePoints(h.Line, h.Marks), h.At, c.j.Path(h.ID), h.Loose})
			if err != nil {
				return err
			}
		}
		err = rows.end()
	}
	if n := len(result.Hits); !o.count && 0 < n && n < result.Total {
		c.tell(words.NewestOf, n, result.Total)
	}
	if err == nil && result.Total == 0 {
		c.tell(words.NoneHolds, query)
		return silent
	}
	return err
}

// query reads a query that has to ask for something.
func (c *call) query(query string) (journal.Query, error) {
	q, err := journal.ParseQuery(query, c.j.Today())
	switch {
	case err != nil:
		return q, wrong(err, c.say(words.QueryHint))
	case q.Empty():
		return q, wrong(c.fail(words.NothingSought), c.say(words.SearchUsage))
	}
	return q, nil
}

// readAll reads the journal so that it can be searched.
func (c *call) readAll(ctx context.Context) error {
	far := c.progress()
	left, err := c.j.Read(ctx, far.read)
	far.end()
	for _, odd := range left {
		c.warn(words.NotSearched, odd)
	}
	return err
}

// codePoints turns byte ranges of line into ranges of code points.
func codePoints(line string, marks [][2]int) [][2]int {
	out := make([][2]int, len(marks))
	at, n := 0, 0 // byte and code point, walking forward with the marks
	to := func(b int) int {
		if b < at {
			at, n = 0, 0
		}
		n += utf8.RuneCountInString(line[at:b])
		at = b
		return n
	}
	for i, m := range marks {
		out[i] = [2]int{to(m[0]), to(m[1])}
	}
	return out
}
