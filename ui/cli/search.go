package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"unicode/utf8"

	"lifelog/journal"
)

var search = &command{
	name:    "search",
	words:   "[OPTION…] QUERY…",
	summary: "find entries by words, dates, tags and more",
	manual: `Finds the entries that hold all the words, newest first, and shows the ID and the line
of the first match. Upper and lower case, full and half width, the two kanas and old and
new kanji are the same. A query may also have:
  "a phrase" 「…」       words in this order
  -word                 not this; before anything else too
  one OR two, one|two   either; ( ) around what belongs together
  #tag                  the tag, or one below it such as #tag/more
  2022-05 on:yesterday  a month, a day or days; from: to: before: after:
  title:word            in the title
  is:starred            has:photo  has:task  has:link
  mood:>3 place:Kyoto   values of the front matter
  /colou?r/             a regular expression
  trip:"PyCon"          on the days of an entry with until: and this title
What the shell would change needs single quotes: lifelog search '#tag mood:>3 "a phrase"'.
Fewer than 50 entries are followed by those that are only found by a looser comparison.
When nothing is found the status is 1, as with grep. With --json, one array of objects:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title            the heading
  line             the line of the first match
  marks            where in the line the words are: [[from, to], …] in code points
  at               where in the file the first match is, in bytes
  path             the file
  loose            true when it is found only by the looser comparison`,
	declare: func(fs *flag.FlagSet) action {
		var o searchOptions
		fs.BoolVar(&o.json, "json", false, "as JSON")
		fs.BoolVar(&o.count, "count", false, "only the number of entries found")
		fs.BoolVar(&o.explain, "explain", false, "say how the query is understood, and do not search")
		fs.UintVar(&o.limit, "limit", 0, "no more than the newest `N`; 0 is all")
		return func(ctx context.Context, c *call, words []string) error {
			return c.search(ctx, &o, strings.Join(words, " "))
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
		c.tell("these are the newest %d of %d entries", n, result.Total)
	}
	if err == nil && result.Total == 0 {
		c.tell("no entry holds %q", query)
		return silent
	}
	return err
}

// query reads a query that has to ask for something.
func (c *call) query(words string) (journal.Query, error) {
	q, err := journal.ParseQuery(words, c.j.Today())
	switch {
	case err != nil:
		return q, wrong(err, "lifelog help search tells how a query is written")
	case q.Empty():
		return q, wrong(errors.New("there is nothing to search for"), "lifelog search the words to find")
	}
	return q, nil
}

// readAll reads the journal so that it can be searched.
func (c *call) readAll(ctx context.Context) error {
	left, err := c.j.Read(ctx, nil)
	for _, odd := range left {
		c.warn("not searched: %v", odd)
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
