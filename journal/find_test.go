package journal_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lifelog/journal"
	"lifelog/journal/fold"
	"lifelog/store"
)

// filled is a journal of the given entries that was read: ID and text in turn.
func filled(t testing.TB, entries ...string) (*journal.Journal, *store.Mem) {
	t.Helper()
	j, s := open()
	for i := 0; i < len(entries); i += 2 {
		put(t, s, entries[i], entries[i+1])
	}
	if left, err := j.Read(ctx, nil); err != nil || len(left) > 0 {
		t.Fatal(left, err)
	}
	return j, s
}

// put stores an entry as another program would.
func put(t testing.TB, s *store.Mem, name, text string) {
	t.Helper()
	id, err := journal.ParseID(name)
	if err != nil {
		t.Fatal(err)
	}
	old, err := s.Load(ctx, id)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, journal.Version{ID: id, Text: text, Rev: old.Rev}); err != nil {
		t.Fatal(err)
	}
}

var diary = []string{
	"2022-05-02", "# 五月の京都\n\n雨。髙橋さんと會議 #仕事/会議。\n\n- [ ] 写真を送る\n",
	"2022-05-01", "---\nmood: 4\nsleep: 7.5\nplace: 東京\ntags: [家, \"#仕事\"]\n---\n晴れ。[[2022-04-28-pycon]] を読み直した。\n",
	"2022-04-30", "---\nmood: 3\nstarred: true\nweather:\n  temp: １２\n---\n# Rest\n\nCafé in the rain. See https://example.com/#仕事場\n",
	"2022-04-29", "A quiet day, colour and color.\n\n![the hall](../assets/2022/hall.jpg)\n",
	"2022-04-28-pycon", "---\nuntil: 2022-05-01\n---\n# PyCon US 2022\n\n`#code` サーバ・ルームの見学。#conf\n",
	"2022-04-27", "サーバー\nルームで取扱いの説明。place:東京 #仕事場\n",
	"2021-05-02", "\xffbroken \x00 雨の日\r\n会議は　なし\r\n",
}

func TestSearch(t *testing.T) {
	j, _ := filled(t, diary...)
	for _, test := range []struct{ query, want string }{
		{"雨", "2022-05-02 2021-05-02"},
		{"会議", "2022-05-02 2021-05-02"},
		{"京都 会議", "2022-05-02"},
		{"会議 -京都", "2021-05-02"},
		{"京都 OR color", "2022-05-02 2022-04-29"},
		{"雨 (京都 OR なし)", "2022-05-02 2021-05-02"},
		{"-(雨 OR 晴れ OR day)", "2022-04-30 2022-04-28-pycon 2022-04-27"},
		{`"in the rain"`, "2022-04-30"},
		{`"rain in"`, ""},
		{"cafe", "2022-04-30"},
		{"高橋", "2022-05-02"},

		{"#仕事", "2022-05-02 2022-05-01"},
		{"#仕事/会議", "2022-05-02"},
		{"＃仕事場", "2022-04-27"},
		{"#家 -#仕事", ""},
		{"#code", ""},
		{"#conf", "2022-04-28-pycon"},

		{"on:2022-05-01", "2022-05-01"},
		{"2022-05", "2022-05-02 2022-05-01"},
		{"on:昨日 OR 2021-05", "2022-05-01 2021-05-02"},
		{"from:4/29 to:4/30", "2022-04-30 2022-04-29"},
		{"before:2022", "2021-05-02"},
		{`-on:"2022"`, "2021-05-02"},
		{"2022", "2022-05-01 2022-04-29 2022-04-28-pycon"},

		{"title:京都", "2022-05-02"},
		{"title:pycon", "2022-05-01 2022-04-28-pycon"},
		{"title:見学", ""},
		{"is:starred", "2022-04-30"},
		{"has:photo", "2022-04-29"},
		{"has:task", "2022-05-02"},
		{"has:link", "2022-05-01 2022-04-30"},
		{"mood:>3", "2022-05-01"},
		{"mood:>=3", "2022-05-01 2022-04-30"},
		{"mood:<4", "2022-04-30"},
		{"mood:4", "2022-05-01"},
		{"sleep:<=7.5 -mood:=3", "2022-05-01"},
		{"weather.temp:12", "2022-04-30"},
		{"place:東京", "2022-05-01 2022-04-27"},
		{"starred:true", "2022-04-30"},
		{"place:>3", ""},

		{"/colou?r and color/", "2022-04-29"},
		{"/^# /", "2022-05-02 2022-04-30 2022-04-28-pycon"},
		{"/^会議は.なし\r?$/", "2021-05-02"},
		{"-/[a-z]/", "2022-05-02"},
		{"/雨/ OR #conf", "2022-05-02 2022-04-28-pycon 2021-05-02"},
		{"/x*/", "2022-05-02 2022-05-01 2022-04-30 2022-04-29 2022-04-28-pycon 2022-04-27 2021-05-02"},
		{`/\z\A/`, ""},
		{"(/雨/ -京都) OR (is:starred /Rest/)", "2022-04-30 2021-05-02"},

		{"trip:PyCon", "2022-05-01 2022-04-30 2022-04-29 2022-04-28-pycon"},
		{"title:us", "2022-04-28-pycon"},
		{"trip:pycon mood:>1 -is:starred", "2022-05-01"},
		{"trip:none", ""},

		{"サーバールーム", "~2022-04-28-pycon ~2022-04-27"},
		{"サーバー", "2022-04-27 ~2022-04-28-pycon"},
		{`"サーバールーム"`, ""},
		{"サーバールーム #conf", "~2022-04-28-pycon"},
		{"取り扱い", "~2022-04-27"},
		{"取り扱い -説明", ""},
		{"取り扱い OR 晴れ", "2022-05-01 ~2022-04-27"},
		{"/見学/ サーバールーム", "~2022-04-28-pycon"},

		{"", ""}, {"- OR", ""}, {"zzz", ""}, {"\x00", ""}, {"\u200b", ""},
	} {
		found, err := j.Search(ctx, test.query, 0)
		if err != nil {
			t.Errorf("%q: %v", test.query, err)
			continue
		}
		var got []string
		loose := 0
		for _, h := range found.Hits {
			mark := ""
			if h.Loose {
				mark = "~"
				loose++
			}
			got = append(got, mark+h.ID.String())
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q finds %s, want %s", test.query, s, test.want)
		}
		if found.Total != len(got) || found.Loose != loose || found.Read != len(diary)/2 || found.All != len(diary)/2 {
			t.Errorf("%q: %d hits, %d of them loose, counted as %+v", test.query, len(got), loose, found)
		}
		a, err := j.Start(test.query)
		if err != nil {
			t.Fatal(err)
		}
		ids, err := a.IDs(ctx)
		if err != nil || len(ids) != len(got) || !slices.IsSortedFunc(ids, journal.Newest) {
			t.Errorf("%q: IDs = %v, %v", test.query, ids, err)
		}
	}
	if _, err := j.Search(ctx, "on:x", 0); !errors.As(err, new(*journal.QueryError)) {
		t.Errorf("a query that cannot be read: %v", err)
	}
}

func TestHits(t *testing.T) {
	j, _ := filled(t, diary...)
	for _, test := range []struct {
		query, line string
		marks       []string
		at          int
	}{
		{"京都 会議", "# 五月の京都", []string{"京都"}, 2 + len("五月の")},
		{"雨 会議 高橋", "雨。髙橋さんと會議 #仕事/会議。", []string{"雨", "髙橋", "會議", "会議"}, len("# 五月の京都\n\n")},
		{"#仕事 on:2022-05-02", "雨。髙橋さんと會議 #仕事/会議。", []string{"#仕事/会議"}, 0},
		{"has:task", "雨。髙橋さんと會議 #仕事/会議。", nil, 0},
		{"is:starred", "Café in the rain. See https://example.com/#仕事場", nil, 0},
		{"/colou?r/", "A quiet day, colour and color.", []string{"colour", "color"}, 13},
		{"/x*/ mood:4", "晴れ。[[2022-04-28-pycon]] を読み直した。", nil, 0},
		{"title:五月の京都 has:task", "# 五月の京都", []string{"五月の京都"}, 0},
		{"title:us", "# PyCon US 2022", []string{"US"}, 0},
		{"サーバールーム -#conf", "サーバー", []string{"サーバー"}, 0},
		{"サーバールーム #conf", "`#code` サーバ・ルームの見学。#conf", []string{"サーバ・ルーム", "#conf"}, 0},
		{"なし", "会議は　なし", []string{"なし"}, len("\xffbroken \x00 雨の日\r\n会議は　")},
		{"日 会議 2021-05", "\xffbroken \x00 雨の日", []string{"日"}, 0},
	} {
		found, err := j.Search(ctx, test.query, 1)
		if err != nil || len(found.Hits) != 1 {
			t.Errorf("%q: %+v, %v", test.query, found, err)
			continue
		}
		h := found.Hits[0]
		var marks []string
		for _, m := range h.Marks {
			marks = append(marks, strings.TrimSuffix(h.Line[m[0]:m[1]], "\n"))
		}
		if h.Line != test.line || !slices.Equal(marks, test.marks) || test.at > 0 && h.At != test.at {
			t.Errorf("%q: line %q, marks %q, at %d\nwant %q, %q, %d", test.query, h.Line, marks, h.At, test.line, test.marks, test.at)
		}
	}
}

// TestRanked: the entries that hold most of what is looked for come first.
func TestRanked(t *testing.T) {
	j, _ := filled(t, "2022-05-02", "rain\n", "2022-05-01", "Rain, rain, ＲＡＩＮ\n", "2022-04-30", "rain and rain\n", "2022-04-29", "sun\n")
	for _, test := range []struct{ query, want string }{
		{"rain", "2022-05-01 2022-04-30 2022-05-02"},
		{"/[Rr]ain/", "2022-05-01 2022-04-30 2022-05-02"},
		{"-sun", "2022-05-02 2022-05-01 2022-04-30"},
		{"", ""},
	} {
		a, err := j.Start(test.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for skip := range 4 {
			hits, err := a.Ranked(ctx, skip, 1)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				got = append(got, h.ID.String())
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q: %s, want %s", test.query, s, test.want)
		}
	}
}

// TestWrittenAnotherWay: titles and tags are found also where the bytes of the
// text are others.
func TestWrittenAnotherWay(t *testing.T) {
	j, _ := filled(t, "2022-05-02", "---\ntags: [\"\\u4ed5事\"]\n---\n\n# **Py**Con [US](x)\n\nA *talk*.\n")
	for _, query := range []string{"#仕事", "title:pycon", "title:\"pycon us\"", "pycon", "仕事", "/talk/ #仕事"} {
		found, err := j.Search(ctx, query, 0)
		if err != nil || found.Total != 1 || len(found.Hits) != 1 || found.Hits[0].Line == "" {
			t.Errorf("%s: %+v, %v", query, found, err)
		}
	}
}

// TestPairs: what is written in two ways is found by either.
func TestPairs(t *testing.T) {
	data, err := os.ReadFile("fold/testdata/fold-pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		field := strings.Split(strings.TrimSpace(line), "\t")
		if len(field) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		j, _ := filled(t, "2022-05-02", field[0]+"\n")
		found, err := j.Search(ctx, field[1], 0)
		if err != nil {
			t.Fatal(err)
		}
		all++
		if (found.Total == 1) == (field[2] == "true") {
			right++
		} else if field[0] != "日本" { // its reading needs a dictionary
			t.Errorf("%q is found by %q: %v", field[0], field[1], found.Total == 1)
		}
	}
	if all != 38 || right < 36 {
		t.Errorf("%d of %d pairs are right", right, all)
	}
}

// TestAgainstPlain compares words of random texts with a plain search for
// their folded forms.
func TestAgainstPlain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 2))
	pieces := strings.Split("あ,い,ｱ,ｶﾞ,ガ,か\u3099,會,議,会,雨,ー,a,b, ,C,é,e\u0301,、,\n,#", ",")
	random := func(n int) (text string) {
		for range n {
			text += pieces[rng.IntN(len(pieces))]
		}
		return text
	}
	j, s := open()
	texts := map[string]string{}
	for i := range 150 {
		name, text := today.Add(-i).String(), random(5+rng.IntN(60))+"."
		texts[name] = text
		put(t, s, name, text)
	}
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		words := strings.Fields(strings.Trim(random(1+rng.IntN(4)), "#")) // what begins with # is a tag
		words = slices.DeleteFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") })
		var want, got []string
		for name, text := range texts {
			if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(fold.String(text), fold.String(w)) }) {
				want = append(want, name)
			}
		}
		slices.Sort(want)
		slices.Reverse(want)
		a, err := j.Start(strings.Join(words, " "))
		if err != nil {
			t.Fatal(err)
		}
		hits, err := a.Page(ctx, 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			got = append(got, h.ID.String())
			if len(h.Marks) == 0 || !slices.ContainsFunc(words, func(w string) bool {
				return strings.Contains(fold.String(h.Line[h.Marks[0][0]:h.Marks[0][1]]), fold.String(w))
			}) {
				t.Errorf("%q is marked at %v of %q", words, h.Marks, h.Line)
			}
		}
		if n, err := a.Count(ctx); !slices.Equal(got, want) || n != len(want) || err != nil {
			t.Fatalf("%q finds %v, counted as %d, want %v", words, got, n, want)
		}
	}
}

// TestPages: pages follow one another, also while a query is typed and entries
// change.
func TestPages(t *testing.T) {
	j, s := open()
	for i := range 200 {
		put(t, s, today.Add(-i).String(), fmt.Sprintf("word%d wordy\n", i))
	}
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"w", "wo", "word", "word1", "/word1/", "word12", "word123", "/123/"} {
		a, err := j.Start(query)
		if err != nil {
			t.Fatal(err)
		}
		n, err := a.Count(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var all []journal.ID
		for skip := 0; ; skip += 7 {
			hits, err := a.Page(ctx, skip, 7)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				all = append(all, h.ID)
			}
			if len(hits) < 7 {
				break
			}
		}
		if len(all) != n || !slices.IsSortedFunc(all, journal.Newest) {
			t.Errorf("%s: %d hits on all pages, counted as %d", query, len(all), n)
		}
	}
	v, err := j.Load(ctx, day)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.Save(ctx, v, journal.Version{ID: day, Text: "#now is:starred\n"}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"word0": 0, "#now": 1, "word": 199} {
		if found, err := j.Search(ctx, query, 1); err != nil || found.Total != want {
			t.Errorf("%s after a change: %+v, %v; want %d", query, found, err, want)
		}
	}
}

// TestOutsideChange: a hit that another program has changed or removed since
// it was read is left out, and known as it is from then on.
func TestOutsideChange(t *testing.T) {
	j, s := filled(t, "2022-05-02", "first #a\n", "2022-05-01", "first #a\n", "2022-04-30", "first\n")
	put(t, s, "2022-05-02", "second #b\n")
	v, err := s.Load(ctx, journal.ID{Date: today.Add(-1)})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(ctx, v.ID, v.Rev); err != nil {
		t.Fatal(err)
	}
	if found, err := j.Search(ctx, "first", 0); err != nil || len(found.Hits) != 1 {
		t.Errorf("first: %+v, %v", found, err)
	}
	for query, want := range map[string]int{"first": 1, "#a": 0, "#b": 1} {
		if found, err := j.Search(ctx, query, 0); err != nil || found.Total != want || found.All != 2 && query == "first" {
			t.Errorf("%s: %+v, %v; want %d", query, found, err, want)
		}
	}
}

// TestCancelled: every question ends with its context.
func TestCancelled(t *testing.T) {
	j, _ := filled(t, diary...)
	done, cancel := context.WithCancel(ctx)
	cancel()
	for _, query := range []string{"雨", "#仕事", "/雨/", "-/雨/", "サーバールーム", "-zz"} {
		a, err := j.Start(query)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Page(done, 0, 10); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: Page: %v", query, err)
		}
		if _, err := a.Count(done); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: Count: %v", query, err)
		}
		if _, err := a.IDs(done); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: IDs: %v", query, err)
		}
		if _, err := j.Search(done, query, 1); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: Search: %v", query, err)
		}
		if _, err := a.Count(ctx); err != nil {
			t.Errorf("%s: asked again: %v", query, err)
		}
	}
}

// slow is a store that takes time to read an entry.
type slow struct {
	*store.Mem
	takes time.Duration
}

func (s *slow) Load(ctx context.Context, id journal.ID) (journal.Version, error) {
	select {
	case <-time.After(s.takes):
		return s.Mem.Load(ctx, id)
	case <-ctx.Done():
		return journal.Version{}, ctx.Err()
	}
}

// TestProgress: a regular expression answers with what it has so far, says
// how far it is, and goes on from there; also when all that one waits for is
// less than the reading of a few entries takes.
func TestProgress(t *testing.T) {
	for _, waits := range []time.Duration{time.Millisecond, 40 * time.Millisecond} {
		synctest.Test(t, func(t *testing.T) { progresses(t, waits) })
	}
}

func progresses(t *testing.T, waits time.Duration) {
	s := &slow{Mem: store.NewMem()}
	j := journal.Open(s, func() time.Time { return now })
	for i := range 400 {
		put(t, s.Mem, today.Add(-i).String(), fmt.Sprintf("%d\n", i))
	}
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	a, err := j.Start("/[0x]$/") // no letter is sure, so that all have to be read
	if err != nil {
		t.Fatal(err)
	}
	s.takes = 2 * time.Millisecond
	for looked := 0; ; {
		short, cancel := context.WithTimeout(ctx, waits)
		hits, err := a.Page(short, 0, 100)
		cancel()
		n, of := a.Looked()
		if of != 400 || n < len(hits) {
			t.Fatalf("waited %v: looked at %d of %d, with %d hits", waits, n, of, len(hits))
		}
		if err == nil {
			if len(hits) != 40 || n != 400 {
				t.Errorf("waited %v: %d hits in %d entries, want 40 in 400", waits, len(hits), n)
			}
			return
		}
		if !errors.Is(err, context.DeadlineExceeded) || n <= looked {
			t.Fatalf("waited %v: got from %d to %d: %v", waits, looked, n, err)
		}
		looked = n
	}
}

// TestNeedles: a regular expression finds the same entries whether the index
// leaves out what cannot match or not.
func TestNeedles(t *testing.T) {
	texts := []string{"か\u3099く ヴァイオリン", "がく", "葛\U000E0100飾 会議室", "ｶﾞﾗｽ", "cafe\u0301 CAFE", "ﬃ x\u0338", "k\u212A ſ", "1\uFE0F\u20E3 髙橋", "foo.bar\nbaz"}
	var entries []string
	for i, text := range texts {
		entries = append(entries, today.Add(-i).String(), text)
	}
	j, _ := filled(t, entries...)
	for _, pattern := range []string{"か", "かく?", "ァイオ", "ヴァイオ", "ヴ", "葛", "会議室?", "(会議)+室", "会議{2}|ｶ", "ｶﾞ", "cafe", "(?i)cafe", "(?i)K", "(?i)s", "x", "1",
		"髙", `foo\.bar`, "bar\nbaz", "a|b", "(会議室){1,}", "[会]議", "^foo", "リン$"} {
		got, err := j.Search(ctx, "/"+pattern+"/", 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := j.Search(ctx, "/("+pattern+")|[^\\x00-\\x{10FFFF}]/", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got.Total != want.Total {
			t.Errorf("/%s/ finds %d entries, want %d", pattern, got.Total, want.Total)
		}
	}
}

// TestChangesWhileReading: what is saved while the journal is being read stays
// known as it was saved.
func TestChangesWhileReading(t *testing.T) {
	s := &slow{Mem: store.NewMem()}
	j := journal.Open(s, func() time.Time { return now })
	for i := range 40 {
		put(t, s.Mem, today.Add(-i).String(), "old\n")
	}
	s.takes = 5 * time.Millisecond
	if _, err := j.Read(ctx, nil); err != nil { // once, so that there is something to forget
		t.Fatal(err)
	}
	saved := make(chan error, 2)
	go func() {
		for i := range 2 {
			id := journal.ID{Date: today.Add(-20)}
			if i == 1 {
				id.Name = "new"
			}
			v, err := s.Mem.Load(ctx, id)
			if errors.Is(err, journal.ErrNotFound) {
				v, err = journal.Version{ID: id}, nil
			}
			if err == nil {
				_, err = j.Save(ctx, v, journal.Version{ID: id, Text: "fresh\n"})
			}
			saved <- err
		}
	}()
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := <-saved; err != nil {
			t.Fatal(err)
		}
	}
	if found, err := j.Search(ctx, "fresh", 0); err != nil || found.Total != 2 {
		t.Errorf("fresh: %+v, %v", found, err)
	}
	if found, err := j.Search(ctx, "old", 0); err != nil || found.Total != 39 {
		t.Errorf("old: %+v, %v", found, err)
	}
}
