package store

import (
	"path"
	"strings"
	"testing"
)

// fuzzed are ways that have every kind of part.
func fuzzed(t testing.TB) layout {
	t.Helper()
	l := append(layout{}, standard...)
	for _, c := range []struct {
		day   string
		names calendarNames
	}{
		{"[journals]/YYYY_MM_DD", englishNames}, {"YYYY/M/D", englishNames}, {"YYYYMMDD", englishNames},
		{"YYYY/MM-MMMM/YYYY-MM-DD dddd", englishNames}, {"YYYY/MMM/DD ddd", japaneseNames}, {"YYYY年M月D日", japaneseNames},
	} {
		l = append(l, way{day: mustPattern(c.day), sep: " ", ext: ".txt", names: c.names})
	}
	return append(l, way{day: mustPattern("[_posts]/YYYY-MM-DD"), log: "-log", sep: "-", ext: ".md", names: englishNames})
}

// Whatever path is read as an entry's, in whatever way, the entry has a path of
// its own in that way which is read as the same entry.
func FuzzWay(f *testing.F) {
	for _, seed := range []string{
		"2022/05/2022-05-02.md", "2022-05-02-x.md", "2022/2022-13-45.md", "2022-05-02 x.md", "2022/05/2022-05-02-か\u3099.md", ".2022-05-02.md",
		"2022-05-02.conflict-20261122-154233-h.md", "journals/2022_05_02.txt", "2022/5/2 x.txt", "2022/05-May/2022-05-02 Monday.txt",
		"2022/5月/02 月 散歩.txt", "2022年5月2日.txt", "_posts/2022-05-02-log.md", "_posts/2022-05-02-trip.md", "2022/11/1.txt",
	} {
		f.Add(seed)
	}
	l := fuzzed(f)
	f.Fuzz(func(t *testing.T, file string) {
		if file == "" || file != path.Clean(file) {
			return
		}
		for _, w := range l {
			id, why, ok := w.parse(file)
			if !ok {
				continue
			}
			if why != "" {
				t.Errorf("%v: %q is an entry and odd: %s", w, file, why)
			}
			where, err := w.file(id)
			if err != nil {
				t.Fatalf("%v: %q gives %v, which cannot be stored: %v", w, file, id, err)
			}
			if strings.ContainsAny(where, "\\\x00") || path.Base(where)[0] == '.' || path.Clean(where) != where {
				t.Errorf("%v: %v would be stored as %q", w, id, where)
			}
			if back, _, ok := w.parse(where); !ok || back != id {
				t.Errorf("%v: %q gives %v, whose file %q gives %v", w, file, id, where, back)
			}
			if above := path.Dir(where); above != "." && !(layout{w}).leads(above) {
				t.Errorf("%v: nobody looks into %s, where %v stands", w, above, id)
			}
		}
	})
}

func TestPattern(t *testing.T) {
	for _, s := range []string{"YYYY/MM/YYYY-MM-DD", "[journal].YYYY-MM-DD", "YYYY/MM-MMMM/DD dddd", "日記/YYYY_M_D"} {
		if got := mustPattern(s).String(); got != s {
			t.Errorf("%q is written as %q", s, got)
		}
	}
	for _, s := range []string{"", "YYYY-MM", "MM-DD", "gggg-[W]ww", "YYYY-MM-Do", "YYYY-DD", "[YYYY-MM-DD]"} {
		if p, err := parsePattern(s); err == nil {
			t.Errorf("%q is taken for %v", s, p)
		}
	}
}
