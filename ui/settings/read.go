package settings

import (
	"errors"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"lifelog/ui/words"
)

// Entry is a line of a TOML file that gives a name a value.
type Entry struct {
	Path    []string // the name, its tables before it
	Value   any      // a string, a bool, an int, a []any of these; nil for anything else
	Written string   // the value as it stands in the file
	Line    int
}

// Read returns the entries of a file in the TOML language, in their order, and
// what is wrong with it. Behind an error in the language nothing is read: what
// it means cannot be known.
//
// The parser below go-toml is used since it alone tells where a value stands,
// and gives what stands before an error.
func Read(text []byte) (entries []Entry, faults []words.Fault) {
	var p unstable.Parser
	p.Reset(text)
	r := reader{p: &p, lines: map[string]int{}}
	var table []string
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = r.path(nil, e)
		case unstable.KeyValue:
			r.take(table, e)
		}
	}
	if err := p.Error(); err != nil {
		line := 1 + strings.Count(string(text), "\n")
		var at *unstable.ParserError
		if errors.As(err, &at) && len(at.Highlight) > 0 {
			line = p.Shape(p.Range(at.Highlight)).Start.Line
		}
		r.faults = append(r.faults, words.Fault{Line: line, What: words.NoTOML, Args: []any{err.Error()}})
	}
	return r.entries, r.faults
}

type reader struct {
	p       *unstable.Parser
	entries []Entry
	faults  []words.Fault
	lines   map[string]int // where a name stood first
}

// path is the name of a table or an entry, behind the tables it is in.
func (r *reader) path(in []string, e *unstable.Node) []string {
	path := append([]string{}, in...)
	for k := e.Key(); k.Next(); {
		path = append(path, string(k.Node().Data))
	}
	return path
}

// take reads an entry; an inline table is as many as are in it.
func (r *reader) take(in []string, e *unstable.Node) {
	path := r.path(in, e)
	if e.Value().Kind == unstable.InlineTable {
		for c := e.Value().Children(); c.Next(); {
			r.take(path, c.Node())
		}
		return
	}
	key := e.Key()
	key.Next()
	entry := Entry{Path: path, Line: r.p.Shape(key.Node().Raw).Start.Line}
	entry.Value, entry.Written = value(e.Value())
	if first, twice := r.lines[entry.Name()]; twice {
		r.faults = append(r.faults, words.Fault{Line: entry.Line, What: words.SetTwice, Args: []any{entry.Name(), first}})
		return
	}
	r.lines[entry.Name()] = entry.Line
	r.entries = append(r.entries, entry)
}

func value(n *unstable.Node) (v any, text string) {
	text = string(n.Data)
	switch n.Kind {
	case unstable.String:
		return text, strconv.Quote(text)
	case unstable.Bool:
		return text == "true", text
	case unstable.Integer:
		if i, err := strconv.ParseInt(text, 0, 0); err == nil {
			return int(i), text
		}
	case unstable.Array:
		list, all := []any{}, []string{}
		for c := n.Children(); c.Next(); {
			if c.Node().Kind == unstable.Comment {
				continue
			}
			v, text := value(c.Node())
			list, all = append(list, v), append(all, text)
		}
		return list, "[" + strings.Join(all, ", ") + "]"
	}
	return nil, text
}
