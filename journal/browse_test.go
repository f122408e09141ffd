package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

func idOf(t *testing.T, name string) journal.ID {
	t.Helper()
	id, err := journal.ParseID(name)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestBrief(t *testing.T) {
	for _, c := range []struct {
		text string
		want journal.Brief
	}{
		{"# A\n\nb c\n", journal.Brief{Length: 4}},
		{"雨 が\u3000ふる。", journal.Brief{Length: 5}},
		{"e\u0301 か\u3099 👩‍💻 ❤️", journal.Brief{Length: 5}}, // the two people of an emoji are two
		{"---\nstarred: true\nuntil: 2022-05-04\n---\nx", journal.Brief{Length: 1, Starred: true, Until: date.Date{Year: 2022, Month: 5, Day: 4}}},
		{"- [ ] a\n- [x] b\n- [ ] c\n\n![](d.jpg)", journal.Brief{Length: 23, Tasks: 2, Photo: true}},
	} {
		j, s := open()
		put(t, s, "2022-05-02", c.text)
		got, err := j.Brief(ctx, day)
		if got.Head = (journal.Head{}); err != nil || got != c.want {
			t.Errorf("%q: %+v, %v; want %+v", c.text, got, err, c.want)
		}
		if _, ok := j.Known(day); ok {
			t.Errorf("%q is known before the journal was read", c.text)
		}
		if _, err := j.Read(ctx, nil); err != nil {
			t.Fatal(err)
		}
		if known, ok := j.Known(day); !ok || known.Length != c.want.Length {
			t.Errorf("%q is known as %+v, %v", c.text, known, ok)
		}
	}
}

func TestLevel(t *testing.T) {
	for length, want := range map[int]int{-1: 0, 0: 0, 1: 1, 199: 1, 200: 2, 799: 2, 800: 3, 2399: 3, 2400: 4, 1 << 40: 4} {
		if got := journal.Level(length); got != want {
			t.Errorf("%d characters are level %d, want %d", length, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	j, s := filled(t, "2022-05-02", "one", "2022-05-02-more", "- [ ] two", "2022-05-01", "---\nstarred: true\n---\nthree")
	put(t, s, "2022-04-30", "not read yet")
	ids, _, err := j.List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	days := j.Days(ids)
	for name, want := range map[string]journal.Day{
		"2022-05-02": {Entries: 2, Length: 3 + 6, Tasks: 1},
		"2022-05-01": {Entries: 1, Length: 5, Starred: true},
		"2022-04-30": {Entries: 1},
		"2022-04-29": {},
	} {
		if got := days[idOf(t, name).Date]; got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestStar(t *testing.T) {
	j, s := filled(t, "2022-05-02", "雨。\n")
	saved, on, err := j.Star(ctx, day)
	if err != nil || !on || stored(t, s) != "---\nstarred: true\n---\n雨。\n" {
		t.Fatalf("stored %q, %v, %v", stored(t, s), on, err)
	}
	if brief, ok := j.Known(day); !ok || !brief.Starred || brief.Title != "雨。" || saved.Rev == "" {
		t.Errorf("it is known as %+v", brief)
	}
	if _, on, err = j.Star(ctx, day); err != nil || on || stored(t, s) != "雨。\n" {
		t.Errorf("back: stored %q, %v, %v", stored(t, s), on, err)
	}
	if saved, on, err := j.Star(ctx, idOf(t, "2022-05-01")); err != nil || on || saved.Rev != "" {
		t.Errorf("a day without an entry: %+v, %v, %v", saved, on, err)
	}
}

func TestSpans(t *testing.T) {
	span := func(until, title string) string { return "---\nuntil: " + until + "\n---\n# " + title + "\n" }
	j, _ := filled(t,
		"2022-04-27-pycon", span("2022-05-03", "PyCon US 2022"),
		"2022-04-30-hike", span("2022-05-01", "Two days in the hills"),
		"2022-04-30", "a day",
		"2022-04-20", span("2022-04-20", "one day is no span"),
		"2021-04-20", span("2021-04-01", "nor is one that ends before"),
		"2021-07-01", span("2021-07-09", "Sea"))
	spans := j.Spans()
	var got []string
	for _, s := range spans {
		got = append(got, fmt.Sprint(s.ID, s.Days.To.Day))
	}
	if want := "2021-07-01 9, 2022-04-27-pycon 3, 2022-04-30-hike 1"; strings.Join(got, ", ") != want {
		t.Errorf("spans: %q, want %s", got, want)
	}
	for name, want := range map[string]string{
		"2021-06-30": "", "2021-07-01": "Sea", "2021-07-09": "Sea", "2021-07-10": "", "2022-04-26": "",
		"2022-04-29": "PyCon US 2022", "2022-04-30": "Two days in the hills", "2022-05-02": "PyCon US 2022", "2022-05-04": "",
	} {
		if s, ok := spans.On(idOf(t, name).Date); s.Title != want || ok != (want != "") {
			t.Errorf("%s is in %q, %v; want %q", name, s.Title, ok, want)
		}
	}
	if s, ok := j.FindSpan("ｐｙｃｏｎ"); !ok || s.Title != "PyCon US 2022" {
		t.Errorf("found %+v", s)
	}
	if s, ok := j.FindSpan("zymurgy"); ok {
		t.Errorf("found %+v", s)
	}
}

func TestWhole(t *testing.T) {
	j, _ := filled(t,
		"2022-05-01", "---\ntitle: Home\n---\n\nThe last day.",
		"2022-04-30", "# Talks\n\n- [ ] ask\n",
		"2022-04-30-dinner", "Noodles.\n",
		"2022-04-29", " \n",
		"2022-04-28-pycon", "---\nuntil: 2022-05-01\n---\n\n# PyCon\n\nPlans.\n",
		"2022-04-28", "On the plane.\n",
		"2022-04-27", "Before.\n", "2022-05-02", "After.\n")
	span, ok := j.FindSpan("pycon")
	if !ok {
		t.Fatal("there is no span")
	}
	text, parts, err := j.Whole(ctx, span, date.Date.String)
	want := "# PyCon\n\nPlans.\n\n# 2022-04-28\n\nOn the plane.\n\n# 2022-04-29\n\n# 2022-04-30\n\n# Talks\n\n- [ ] ask\n\nNoodles.\n\n# 2022-05-01\n\n# Home\n\nThe last day."
	if err != nil || text != want {
		t.Errorf("%q, %v; want\n%q", text, err, want)
	}
	for words, want := range map[string]string{
		"Plans": "2022-04-28-pycon", "On the": "2022-04-28", "# Talks": "2022-04-30", "ask": "2022-04-30", "Noodles": "2022-04-30-dinner", "last day": "2022-05-01",
	} {
		id, at, ok := journal.PartAt(parts, strings.Index(text, words))
		v, _ := j.Load(ctx, id)
		if !ok || id.String() != want || !strings.HasPrefix(v.Text[at:], words) {
			t.Errorf("%q is in %v at %d, %v", words, id, at, ok)
		}
	}
	if id, _, ok := journal.PartAt(nil, 3); ok {
		t.Errorf("nothing has %v", id)
	}
}

func TestNewSpanIsOne(t *testing.T) {
	j, _ := filled(t, "2022-05-01-kyoto", journal.NewSpan("京都: #1 \"the old\"", idOf(t, "2022-05-03").Date))
	spans := j.Spans()
	if len(spans) != 1 || spans[0].Title != `京都: #1 "the old"` || spans[0].Days.To.Day != 3 {
		t.Errorf("spans: %+v", spans)
	}
}

func TestTagsInTime(t *testing.T) {
	j, _ := filled(t, append(slices.Clone(diary), "2020-01-01", "---\ntags: [カメラ, Trip/京都]\n---\n#trip/奈良\n")...)
	tags, err := j.Tags(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tag := range tags {
		got = append(got, fmt.Sprintf("%s %d %v–%v", tag.Name, tag.Count, tag.First.Year, tag.Last))
	}
	want := []string{
		"conf 1 2022–2022-04-28", "trip 1 2020–2020-01-01", "Trip/京都 1 2020–2020-01-01", "trip/奈良 1 2020–2020-01-01", "カメラ 1 2020–2020-01-01",
		"仕事 2 2022–2022-05-02", "仕事/会議 1 2022–2022-05-02", "仕事場 1 2022–2022-04-27", "家 1 2022–2022-05-01",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, tag := range tags {
		found, err := j.Search(ctx, "#"+tag.Name, 0)
		sum := 0
		for _, n := range tag.Years {
			sum += n
		}
		if err != nil || found.Total != tag.Count || sum != tag.Count {
			t.Errorf("%s counts %d, %d by year; a search finds %d, %v", tag.Name, tag.Count, sum, found.Total, err)
		}
	}
}

func TestMissing(t *testing.T) {
	j, _ := filled(t,
		"2022-05-02", "# Links\n\n[[PyCon US 2022]] [[The garden]] [[2022-05-01]] [[2021-01-01]] [[the garden#roses]] [a](pic.pdf) [[x.png]]\n",
		"2022-05-01", "# A day\n\n[[The garden]]\n",
		"2022-04-28-pycon", "# PyCon US 2022\n")
	var got []string
	for _, m := range j.Missing(ctx) {
		got = append(got, fmt.Sprint(m.Target, m.From))
	}
	want := []string{"The garden[2022-05-02 2022-05-01]", "2021-01-01[2022-05-02]", "the garden#roses[2022-05-02]"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// When a tag is used: each entry counts once for it, and for those it is below.
func TestTagsOverTime(t *testing.T) {
	j, s := filled(t, "2022-05-02", "#Trip/京都 #trip/京都", "2022-05-01", "---\ntags: trip\n---\n", "2021-01-01", "#カフェ")
	ids, _, err := j.List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	said := func(uses []journal.TagUse) string { return fmt.Sprint(uses) }
	if got, want := said(j.Stats(ctx, ids).Tags), "[{Trip [2022-05-01 2022-05-02]} {Trip/京都 [2022-05-02]} {カフェ [2021-01-01]}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := said(j.Stats(ctx, ids[1:2]).Tags), "[{trip [2022-05-01]}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if err := s.Remove(ctx, ids[2], journal.RevOf("#カフェ")); err != nil {
		t.Fatal(err)
	}
	if got := said(j.Stats(ctx, ids[2:]).Tags); got != "[{かふぇ [2021-01-01]}]" {
		t.Errorf("what cannot be read is %s", got)
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "one, two": 2, "don't e-mail me_2": 3, "雨 rain雪snow": 2, "ラーメン ｶﾞ ー": 0, "é\u0301té naïve": 2, "a—b": 2, "it’s 3.5 km": 3, "안녕 세계": 2, "a\u00adb": 1,
	} {
		j, _ := filled(t, "2022-05-02", text)
		if got := j.Stats(ctx, []journal.ID{day}).Words; got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}
