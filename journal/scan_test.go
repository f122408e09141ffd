package journal

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"lifelog/journal/date"
)

func scanned(text string) facts {
	return factsOf(Version{ID: ID{Date: date.Date{Year: 2022, Month: 5, Day: 2}}, Text: text, Rev: "x"})
}

func TestTags(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"#a #B c#d ##e #1 #1a #é", "a b e 1a"},
		{"", ""},
		{"雨。#仕事、＃家（#旅/京都）「#本」 東京#塔 ＃＃x", "仕事 家 旅/京都 本"},
		{"#a- #b/ #c/- #- #/ #_ #d_e", "a b c d_e"},
		{"#👩‍💻 #ﾊﾟｲｿﾝ #か\u3099", "👩💻 ぱいそん が"},
		{"# heading #a\n#b\n####### #c\n", "a b c"},
		{"(#a) [#b] {#c} \"#d\" '#e' /#f .#g ,#h", "a b c d e"},
		{"**#a** _x_ *#b* ~~#c~~ ==#d== x**#e**", "a b c d"},
		{`\#a \\#b x\`, ""},
		{"`#a` ``#b ` #c`` ` #d #e", "d e"},
		{"`#a\n#b` #c\n\n` #d\n\n#e` #f", "c d e f"},
		{"x ` y\n- #a ` z", "a"},
		{"```\n#a\n```\n#b\n~~~ go\n#c\n```\n#d\n~~~~\n#e\n````\n```\n#f", "b e"},
		{"> ```\n> #a\n#b\n", "b"},
		{"- ```\n  #a\n  ```\n- #b\n\n  ```\n  #c\n  ```\n  #d", "b d"},
		{"- x\n  ```\n  #a\n- y\n", ""},
		{"#a\n\n    #b\n\n\t#c\n#d\n    #e\n", "a d e"},
		{"- #a\n\n    #b\n\nx\n\n    #c\n", "a b"},
		{"[#a](x) [b #c](<y z>) #d ![#e](f.png) [#f] [#g](a b)", "d f g"},
		{"[[#a]] [[b|#c]] ![[#d.png]] #e", "e"},
		{"<a href=\"#x\"> <http://x/#b> <b>#c</b> a < #d > #e", "d e"},
		{"<!-- #a\n\n#b --> #c <!-- #d", "c d"},
		{"http://x/#a https://x/(#b) #c", "b c"},
		{"---\ntags: [x, \"#y\", 'data science']\n---\n#z\n", "data science x y z"},
		{"---\ntags: a, #b 　c、d\n---\n", "a"},
		{"---\ntag: \"a, #b　c、d\"\n---\n", "a b c d"},
		{"---\n#a\n---\n#b\n", "b"},
		{"---\nx #a\n---\n#b\n", "a b"},
		{"---\n: : [\n---\n#b\n", "b"},
		{"\uFEFF---\r\ntags: [a]\r\n---\r\n#b\r\n", "a b"},
	} {
		want := strings.Fields(test.want)
		got := scanned(test.text).tags
		if test.want == "data science x y z" {
			want = []string{"data", "science", "x", "y", "z"}
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q has the tags %q, want %q", test.text, got, want)
		}
	}
}

func TestTraits(t *testing.T) {
	for _, test := range []struct {
		text string
		want traits
	}{
		{"nothing (at) [all] ! < > ://x http:", 0},
		{"- [ ] a", hasTask}, {"1. [X] a", hasTask}, {"> * [x] a", hasTask}, {"- a\n  - [ ]\tb", hasTask},
		{"[ ] a", 0}, {"- [] a", 0}, {"- [ ]a", 0}, {"- [-] a", 0}, {"```\n- [ ] a\n```", 0}, {"- `[ ]` a", 0},
		{"[[2022-05-02]]", hasLink}, {"[a](b.md)", hasLink}, {"<https://x>", hasLink}, {"see http://x", hasLink}, {"<mailto:a@b>", hasLink},
		{"[a] (b)", 0}, {"[a](b", 0}, {"[[a]", 0}, {"`[[a]]`", 0}, {"`http://x`", 0}, {"\\[a](b)", 0}, {"ftp://x", 0},
		{"![a](b.jpg)", hasPhoto}, {"![[b.JPG|300]]", hasPhoto}, {"![[note]]", hasLink}, {"<img src=x>", hasPhoto}, {"`![a](b)`", 0},
		{"---\nstarred: true\n---\n", starred}, {"---\nstarred: no\n---\n", 0}, {"starred: true", 0}, {"---\nstarred: True\n---\n", starred},
	} {
		if got := scanned(test.text).is; got != test.want {
			t.Errorf("%q is %b, want %b", test.text, got, test.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	f := scanned("---\ntitle: \"a: b\\u0041\"\nmood: 4\nSleep: -7.5\nwide: １２\nquoted: \"4\"\nlist: [東京, 5]\nin: {side: 1e3}\nday: 2022-05-02\nuntil: 2022-05-09\nhex: 0x10\ninf: .inf\n? [a]\n: b\n---\nx")
	want := []value{
		{key: "title", text: "a: ba"}, {"mood", "4", 4, true, "mood"}, {"sleep", "-7.5", -7.5, true, "Sleep"}, {"wide", "12", 12, true, "wide"}, {key: "quoted", text: "4"},
		{key: "list", text: "東京"}, {"list", "5", 5, true, "list"}, {"in.side", "1e3", 1000, true, "in.side"}, {key: "day", text: "2022-05-02"}, {key: "until", text: "2022-05-09"},
		{key: "hex", text: "0x10"}, {key: "inf", text: ".inf"}, {key: "", text: "b"},
	}
	if !slices.Equal(f.values, want) {
		t.Errorf("values %+v\nwant   %+v", f.values, want)
	}
	if f.head.Title != "a: bA" || f.until.String() != "2022-05-09" {
		t.Errorf("title %q, until %v", f.head.Title, f.until)
	}
	for name, front := range map[string]string{
		"malformed":      "mood: [4",
		"a sequence":     "- mood\n- 4",
		"words":          "just words",
		"too many keys":  strings.Repeat("a: 1\n", 1001),
		"too deep":       "mood: " + strings.Repeat("[", 40) + "4" + strings.Repeat("]", 40),
		"far too deep":   "mood: " + strings.Repeat("[", 30_000),
		"too long":       "mood: 4\n# " + strings.Repeat("x", 70_000),
		"a bomb":         "a: &a [x, x]\n" + strings.Repeat("b: &b [*a, *a, *a]\n", 2000),
		"a binary":       "mood: 4\x00",
		"nothing at all": "",
	} {
		if f := scanned("---\n" + front + "\n---\n#tag\n"); len(f.values) > 0 || len(f.tags) != 1 {
			t.Errorf("%s: %d values, tags %q", name, len(f.values), f.tags)
		}
	}
}

// tagsByTree reads tags the slow way: off the tree that goldmark builds.
func tagsByTree(source string) []string { return slices.Compact(allTagsByTree(source)) }

// allTagsByTree are the tags in order, each as often as it is there.
func allTagsByTree(source string) []string {
	tags := []string{}
	root := goldmark.DefaultParser().Parse(text.NewReader([]byte(source)))
	var leaf func(n ast.Node, before rune, run *strings.Builder) rune
	flush := func(run *strings.Builder, before rune) {
		for s := run.String(); ; {
			from, to, ok := NextTag(s, before)
			if !ok {
				break
			}
			tags = append(tags, shared(strings.TrimLeft(s[from:to], "#＃")))
			before, s = 'x', s[to:]
		}
		run.Reset()
	}
	leaf = func(n ast.Node, last rune, run *strings.Builder) rune {
		start := last
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				value := string(c.Segment.Value([]byte(source)))
				if c.SoftLineBreak() || c.HardLineBreak() {
					value += "\n"
				}
				run.WriteString(value)
				for _, r := range value {
					last = r
				}
			case *ast.Emphasis:
				flush(run, start)
				last = leaf(c, last, run)
				start = last
			default: // code, links, addresses: nothing in them is a tag
				flush(run, start)
				last, start = ')', ')'
			}
		}
		flush(run, start)
		return last
	}
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
			leaf(n, 0, new(strings.Builder))
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		panic(err)
	}
	slices.Sort(tags)
	return tags
}

// TestScanAgainstTree: on random texts the scanner finds the tags that are in
// the tree.
func TestScanAgainstTree(t *testing.T) {
	pieces := []string{"#a ", "#b/c", "＃日本、", "word ", "雨", "。", "(#d) ", "`", "``", "`#e` ", "\n", "\n", "\n\n", "\n\n", "\n- x ", "\n1. 雨", "\n> x ", "\n\n    #f\n\n", "\n```\n",
		"\n~~~\n", "[#g](x) ", "[x ", "] ", "**#h** ", "*x* ", "<http://x/#i> ", "\n# ", "\n\n## #j\n", "![#k](y.png) ", "http://x/#l ", "  ", "\r\n"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		for range 1 + rng.IntN(14) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		if got, want := scanned(b.String()).tags, tagsByTree(b.String()); !slices.Equal(got, want) {
			t.Errorf("%q: scanned %q, by tree %q", b.String(), got, want)
		}
	}
}

// FuzzRenameTag: when a tag is called differently the tree has the new one where
// it had the old one, and all that is not a tag is as it was.
func FuzzRenameTag(f *testing.F) {
	for _, text := range []string{
		"#a b #A/c `#a`\n\n    #a\n", "---\ntags: [a, \"#a/b\", 'x a']\n---\n＃ａ。", "---\ntags:\n- a\n- c\n---\n**#a**", "---\ntag: |\n  a\n---\n", "[#a](x) [#a] #a-\r\n\xff",
	} {
		f.Add(text)
	}
	r := retagging{"a", "あ/b"}
	f.Fuzz(func(t *testing.T, text string) {
		v := Version{Text: text}
		edits, err := r.edits(t.Context(), v)
		if err != nil {
			return // a person is told
		}
		is, back := edited(text, edits)
		if was, _ := edited(is, back); was != text {
			t.Errorf("%q, taken back from %q, is %q", text, is, was)
		}
		for _, e := range edits {
			if r.named(text[e.From:e.To]) != e.To-e.From {
				t.Errorf("%q: %q is changed", text, text[e.From:e.To])
			}
		}
		before, after := scanText(text), scanText(is)
		if len(before.tags) != len(after.tags) {
			t.Errorf("%q has %d tags, %q has %d", text, len(before.tags), is, len(after.tags))
		}
		body := text[bodyStart(text):]
		var written []string
		for _, at := range scanText(body).tags {
			written = append(written, shared(body[at[0]:at[1]]))
		}
		if slices.Sort(written); slices.Equal(written, allTagsByTree(body)) { // else it is no tag for one of them
			if got, want := tagsByTree(is[bodyStart(is):]), r.tags(tagsByTree(body)); !slices.Equal(got, want) {
				t.Errorf("%q becomes %q, whose tree has the tags %q, want %q", text, is, got, want)
			}
		}
	})
}

// TestScanIsLinear: no text makes the scanner look at it again and again.
func TestScanIsLinear(t *testing.T) {
	takes := func(part string, size int) time.Duration {
		text := strings.Repeat(part, size/len(part))
		best := time.Hour
		for range 3 {
			start := time.Now()
			s := scanner{text: text}
			s.scan(0)
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, part := range []string{"`", "`` ` ", "[", "[[", "](", "![", "[x](", "](x)", "[#a](x) ", "[[x]] ", "<", "<a ", "<!-- ", "#", "#a", "*#", "x#y", "- ", "> ", "\\", "\n```", "\n- `", "    ", "://"} {
		short, long := takes(part, 1<<13), takes(part, 1<<17)
		if long > 80*short && long > 2*time.Second { // 16 times the text; the square would be 256 times the work, and many seconds
			t.Errorf("%q: %v, and %v for 16 times as much", part, short, long)
		}
	}
}
