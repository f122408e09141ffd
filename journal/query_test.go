package journal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

var today = day.Date // a Monday

func TestParseQuery(t *testing.T) {
	for _, test := range []struct {
		query string
		same  string // the query written out; "" is the query as it is, "nothing" an empty one
		lines []string
	}{
		{"京都", "", []string{`"京都" in the text`}},
		{" 京都　雨\t", "京都 雨", []string{"all of", `  "京都" in the text`, `  "雨" in the text`}},
		{`"the  old town" 「村上」『春樹』“x`, `"the  old town" "村上" "春樹" "x"`, []string{"all of",
			`  exactly "the  old town" in the text`, `  exactly "村上" in the text`, `  exactly "春樹" in the text`, `  exactly "x" in the text`}},
		{`「a"b」`, `“a"b”`, []string{`exactly “a"b” in the text`}},
		{"-雨 －雪 −風", "-雨 -雪 -風", []string{"all of", `  not "雨" in the text`, `  not "雪" in the text`, `  not "風" in the text`}},
		{"雨|雪 ＯＲ 風", "雨 OR 雪 OR 風", []string{"any of", `  "雨" in the text`, `  "雪" in the text`, `  "風" in the text`}},
		{"京都 雨 OR 雪 寺", "京都 雨 OR 雪 寺", []string{"all of", `  "京都" in the text`,
			"  any of", `    "雨" in the text`, `    "雪" in the text`, `  "寺" in the text`}},
		{"(京都 雨) OR（大阪 雪）-(a|b)", "(京都 雨) OR (大阪 雪) -(a OR b)", []string{"all of",
			"  any of", "    all of", `      "京都" in the text`, `      "雨" in the text`,
			"    all of", `      "大阪" in the text`, `      "雪" in the text`,
			"  not", "    any of", `      "a" in the text`, `      "b" in the text`}},
		{"((a b) c)", "a b c", nil},
		{"-(-a)", "", []string{"not", `  not "a" in the text`}},

		{"#仕事 ＃a/b -#x/", "#仕事 #a/b -#x", []string{"all of", "  the tag #仕事 or one below it", "  the tag #a/b or one below it", "  not the tag #x or one below it"}},
		{"tag:仕事 tags:「data science」 tag:#x", `#仕事 tag:"data science" #x`, nil},

		{"on:2022-05-02", "", []string{"on 2022-05-02"}},
		{"on:昨日 on:先週 from:2022-05 since：5/1 to:yesterday until:2022-05", "on:2022-05-01 on:2022-04-25..2022-05-01 from:2022-05-01 from:2022-05-01 to:2022-05-01 to:2022-05-31", []string{"all of",
			"  on 2022-05-01", "  from 2022-04-25 to 2022-05-01", "  on 2022-05-01 or later", "  on 2022-05-01 or later", "  on 2022-05-01 or earlier", "  on 2022-05-31 or earlier"}},
		{`before:2022-05 after:2022-05 ＯＮ:"last friday" on:「令和4年5月2日」`, "to:2022-04-30 from:2022-06-01 on:2022-04-29 on:2022-05-02", nil},
		{"on:2022-04-28..2022-05-01", "", nil},
		{"on:2022年5月2日(月)", "on:2022-05-02", nil},
		{"2022-05", "on:2022-05-01..2022-05-31", nil},
		{"-2022-05-02 2022/5/2 2022年5月 ２０２２－０５ 令和4年5月 2022-04..2022-05 2022-05..", "-on:2022-05-02 on:2022-05-02 on:2022-05-01..2022-05-31 on:2022-05-01..2022-05-31 " +
			"on:2022-05-01..2022-05-31 on:2022-04-01..2022-05-31 from:2022-05-01", nil},
		{"2022-05- 2022-05-0 2022/05/0", "on:2022-05-01..2022-05-31 on:2022-05-01..2022-05-31 on:2022-05-01..2022-05-31", nil},
		{"2022 2022年 2022- 2022-0 5/2 12-06 2022-13 2022-05-99 2022-05-02-pycon 2022-2023 2022.05", "", nil},

		{"title:東京 TITLE:「a b」 タイトル:x", `title:東京 title:"a b" タイトル:x`, nil},
		{"title:東京", "", []string{`"東京" in the title`}},
		{"is:starred has:photos HAS:Task has:link has：image", "is:starred has:photo has:task has:link has:photo", []string{"all of",
			"  starred", "  has a photo", "  has a task", "  has a link", "  has a photo"}},
		{"mood:>3 sleep:<=7.50 mood:≧４ mood：＜２ a:=-1e3", "mood:>3 sleep:<=7.5 mood:>=4 mood:<2 a:=-1000", []string{"all of",
			"  mood > 3 in the front matter", "  sleep <= 7.5 in the front matter", "  mood >= 4 in the front matter", "  mood < 2 in the front matter", "  a = -1000 in the front matter"}},
		{"mood:4", "", []string{`mood is "4" in the front matter, or exactly "mood:4" in the text`}},
		{`place:東京 場所:"a b" weather.temp:>10 x:">3"`, "", nil},
		{"/colou?r/ -/^a b$/ /a\\/b/", "", []string{"all of", "  /colou?r/ matches the text", "  not /^a b$/ matches the text", `  /a\/b/ matches the text`}},
		{"trip:PyCon", "", []string{`on the days of an entry with until: and "PyCon" in the title`}},

		// What is being typed, and what only looks like an operator.
		{"", "nothing", nil},
		{` 　()  （ ） "" 「」 ) `, "nothing", nil},
		{"- OR | # ＃ ＯＲ on: title: has: trip: mood:> -( (- -) AND-", "-AND-", nil},
		{"OR a OR", "a", nil},
		{"a OR OR b | (", "a OR b", nil},
		{"(京都 (雨", "京都 雨", nil},
		{"a) b)", "a b", nil},
		{"C++ c# : :) a: http: -- --limit a-b", "C++ c# : : a: http: -- --limit a-b", nil},
		{"-OR or and", "", nil},
		{"f(x) 草（笑） g(h(x),y) x(a", "f(x) 草（笑） g(h(x),y) x a", nil},
		{"12:30 https://example.com/a?b=c std::string C:\\x", "", nil},
		{"/usr/bin // /a /a\\/", "", nil},
		{"#1 #a.b ##a #東京、", "", nil},
		{"\x00a\x1bb\u200b", "a b\u200b", nil},
		{"\u200b \u00ad", "nothing", nil},
		{"\xff\xfe", "", nil},
	} {
		q, err := journal.ParseQuery(test.query, today)
		if err != nil {
			t.Errorf("%q: %v", test.query, err)
			continue
		}
		want := test.same
		switch want {
		case "":
			want = test.query
		case "nothing":
			want = ""
		}
		if got := q.String(); got != want {
			t.Errorf("%q is %q, want %q", test.query, got, want)
		}
		if q.Empty() != (want == "") {
			t.Errorf("%q: Empty() = %v", test.query, q.Empty())
		}
		if got := q.Explain(); test.lines != nil && !slices.Equal(got, test.lines) {
			t.Errorf("%q is explained as\n%s\nwant\n%s", test.query, strings.Join(got, "\n"), strings.Join(test.lines, "\n"))
		}
	}
}

func TestQueryErrors(t *testing.T) {
	for _, test := range []struct {
		query, part string
		kind        journal.QueryErrorKind
		words       string
	}{
		{"雨 on:2022-13", "2022-13", journal.QueryDate, `no such date: "2022-13"`},
		{`from:"12.06"`, `"12.06"`, journal.QueryDate, "can be read in more than one way"},
		{"before:0001-01-01", "0001-01-01", journal.QueryDate, "no such date"},
		{"a (b is:fun)", "fun", journal.QueryUnknown, `"fun" is not known here; there are is:starred,`},
		{"-has:「x」", "「x」", journal.QueryUnknown, "has:photo"},
		{"mood:>x", ">x", journal.QueryNumber, `">x" is not a number`},
		{"雨 /a[/", "/a[/", journal.QueryRegexp, "the regular expression cannot be read: missing closing ] in [$"},
		{"/(?P<x/", "/(?P<x/", journal.QueryRegexp, "invalid named capture in (?P<x"},
		{"/((a{100}){100})/", "/((a{100}){100})/", journal.QueryRegexp, "invalid repeat count"},
		{"/(a{500}b{500}){2}c{900}/", "", journal.QueryRegexpLarge, "too large"},
		{"/" + strings.Repeat("a", 2000) + "/", "", journal.QueryRegexpLarge, "too large"},
		{strings.Repeat("/a{990}/ ", 12), "/a{990}/", journal.QueryRegexpLarge, "too large"},
		{strings.Repeat("(", 101) + "a", "(", journal.QueryTooDeep, "more than 100 deep"},
		{strings.Repeat("-(", 5000), "(", journal.QueryTooDeep, "more than 100 deep"},
		{strings.Repeat("雨 ", 300), "", journal.QueryTooMany, "more than 256 words"},
		{strings.Repeat("雨", 10_001), "", journal.QueryTooLong, "longer than 10000 characters"},
	} {
		_, err := journal.ParseQuery(test.query, today)
		var e *journal.QueryError
		if !errors.As(err, &e) {
			t.Errorf("%.40q: no error, or another: %v", test.query, err)
			continue
		}
		if e.Kind != test.kind || !strings.Contains(e.Error()+"$", test.words) {
			t.Errorf("%.40q: kind %d, %q, want %d, %q", test.query, e.Kind, e, test.kind, test.words)
		}
		if e.Part != test.query[e.From:e.To] || test.part != "" && e.Part != test.part {
			t.Errorf("%.40q: the part at %d to %d, %q; want %q", test.query, e.From, e.To, e.Part, test.part)
		}
	}
	_, err := journal.ParseQuery("on:12.06", today)
	var cause *date.Error
	if !errors.As(err, &cause) || cause.Kind != date.Ambiguous {
		t.Errorf("the cause is not the error of the date: %v", err)
	}
}

// TestLongQueries: the longest queries are read without an error.
func TestLongQueries(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("雨", 10_000),
		`"` + strings.Repeat("a b ", 2400),
		strings.Repeat("-", 10_000),
		strings.Repeat("| ", 5_000),
		strings.Repeat(")", 10_000),
		strings.Repeat("(", 100) + "a",
		"a" + strings.Repeat("(", 99),
		strings.Repeat("/a ", 80),
		strings.Repeat("#", 10_000),
	} {
		if _, err := journal.ParseQuery(query, today); err != nil {
			t.Errorf("%.20q…: %v", query, err)
		}
	}
}

// FuzzQuery: what is read, written out and read again is the same, and
// explained the same.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{
		`京都 -雨 OR (寺 "古い町") #仕事/会議 on:昨日 mood:>=3 place:"a b" /a[bc]+/ trip:PyCon`,
		`－（a|b）「c”d』 title:“x"y” has:photo 2022-05.. x:≧3 a:">3" tag:"a b" f(x)`, "-(--a) /x (y/", `a:"//b" b:“c d`, "ŀ:x ①:2",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := journal.ParseQuery(s, today)
		if err != nil {
			var e *journal.QueryError
			if !errors.As(err, &e) || e.Error() == "" || e.Part != s[e.From:e.To] {
				t.Fatalf("%q: %#v", s, err)
			}
			return
		}
		again, err := journal.ParseQuery(q.String(), today.Add(400))
		if err != nil {
			t.Fatalf("%q is %q, which is an error: %v", s, q, err)
		}
		if again.String() != q.String() || !slices.Equal(again.Explain(), q.Explain()) {
			t.Fatalf("%q is %q, which is %q\n%s\n%s", s, q, again, strings.Join(q.Explain(), "\n"), strings.Join(again.Explain(), "\n"))
		}
		if m := q.Matcher(); m != nil {
			m(s)
		}
	})
}
