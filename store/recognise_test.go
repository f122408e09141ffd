package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layouts are folders of other programs, and what lifelog is to make of them.
var layouts = []struct {
	name    string
	files   map[string]string // the text is the path unless one is given
	entries string            // newest first
	today   string            // where 2022-05-09 is begun
	trip    string            // where its entry "trip" is begun
}{
	{
		name: "lifelog", files: files("2022/05/2022-05-02.md 2022/05/2022-05-02-pycon.md 2021/12/2021-12-31.md assets/2022/2022-05-02-0123abcd.jpg people/aki.md"),
		entries: "2022-05-02 2022-05-02-pycon 2021-12-31",
		today:   "2022/05/2022-05-09.md", trip: "2022/05/2022-05-09-trip.md",
	},
	{name: "nothing", today: "2022/05/2022-05-09.md", trip: "2022/05/2022-05-09-trip.md"},
	{
		name: "flat", files: files("2022-05-02.md 2022-05-01.md 2021-12-31-year.md notes.md"),
		entries: "2022-05-02 2022-05-01 2021-12-31-year", today: "2022-05-09.md", trip: "2022-05-09-trip.md",
	},
	{
		name: "Obsidian by its settings, without an entry", files: map[string]string{
			".obsidian/daily-notes.json": `{"folder":"Daily/","format":"YYYY/MM-MMMM/YYYY-MM-DD-dddd","autorun":true}`, "Home.md": "",
		},
		today: "Daily/2022/05-May/2022-05-09-Monday.md", trip: "Daily/2022/05-May/2022-05-09-Monday-trip.md",
	},
	{
		name: "Obsidian with the plug-in for periodic notes", files: map[string]string{
			".obsidian/daily-notes.json":                    `{"folder":"Old"}`,
			".obsidian/plugins/periodic-notes/data.json":    `{"daily":{"enabled":true,"folder":"Journal/Daily","format":""},"weekly":{"enabled":true}}`,
			"Journal/Daily/2022-05-02.md":                   "",
			"Journal/Daily/2022-05-02 Lunch.md":             "",
			"Journal/Weekly/2022-W18.md":                    "",
			"Meetings/2022-05-03 Plan.md":                   "",
			"Templates/Daily.md":                            "",
			".trash/2022-05-01.md":                          "",
			".obsidian/plugins/periodic-notes/main.js":      "",
			"Journal/Daily/2022-05-02 Lunch (draft).canvas": "",
		},
		entries: "2022-05-03-Plan 2022-05-02 2022-05-02-Lunch",
		today:   "Journal/Daily/2022-05-09.md", trip: "Journal/Daily/2022-05-09 trip.md",
	},
	{
		name: "Obsidian with settings for weeks", files: map[string]string{
			".obsidian/daily-notes.json": `{"folder":"","format":"gggg-[W]ww-E"}`, "Log/2022-05-02.md": "",
		},
		entries: "2022-05-02", today: "Log/2022-05-09.md", trip: "Log/2022-05-09-trip.md",
	},
	{
		name: "Obsidian in Japanese", files: files("日記/2022年/2022-05-02(月).md 日記/2022年/2022-05-01(日).md"),
		entries: "2022-05-02 2022-05-01", today: "日記/2022年/2022-05-09(月).md", trip: "日記/2022年/2022-05-09(月)-trip.md",
	},
	{
		name: "Logseq", files: map[string]string{
			"logseq/config.edn":      "{:meta/version 1\n ;; :journals-directory \"old\"\n :journal/file-name-format \"yyyy-MM-dd\"\n}",
			"journals/2022-05-02.md": "", "pages/Home.md": "",
		},
		entries: "2022-05-02", today: "journals/2022-05-09.md", trip: "journals/2022-05-09-trip.md",
	},
	{
		name: "Logseq by its files", files: files("journals/2022_05_02.md journals/2022_05_01.md pages/Home.md"),
		entries: "2022-05-02 2022-05-01", today: "journals/2022_05_09.md", trip: "journals/2022_05_09-trip.md",
	},
	{
		name: "vimwiki", files: files("diary/2022-05-02.wiki diary/2022-05-01.wiki diary/diary.wiki index.wiki"),
		entries: "2022-05-02 2022-05-01", today: "diary/2022-05-09.wiki", trip: "diary/2022-05-09-trip.wiki",
	},
	{
		name: "zk", files: map[string]string{
			".zk/config.toml": "[note]\nextension = \"md\"\n[group.daily]\npaths = [\"journal/daily\"]\n[group.daily.note]\nfilename = \"{{format-date now '%Y-%m-%d'}}\"\n",
			"x1f9.md":         "",
		},
		today: "journal/daily/2022-05-09.md", trip: "journal/daily/2022-05-09-trip.md",
	},
	{
		name: "ekphos", files: files("Journal/2022/journal.2022-05-02.md Journal/2022/journal.2022-05-01.md Journal/2021/journal.2021-12-31.md"),
		entries: "2022-05-02 2022-05-01 2021-12-31", today: "Journal/2022/journal.2022-05-09.md", trip: "Journal/2022/journal.2022-05-09-trip.md",
	},
	{
		name: "Jekyll", files: files("_posts/2022-05-02-hello-world.md _posts/2022-05-01-start.markdown _config.yml index.md"),
		entries: "2022-05-02-hello-world 2022-05-01-start", today: "_posts/2022-05-09-log.md", trip: "_posts/2022-05-09-trip.md",
	},
	{
		name: "year, month, day", files: files("2022/05/02.txt 2022/05/01.txt 2021/12/31.txt"),
		entries: "2022-05-02 2022-05-01 2021-12-31", today: "2022/05/09.txt", trip: "2022/05/09-trip.txt",
	},
	{
		name: "digits without an extension", files: files("20220502 20220501 README"),
		entries: "2022-05-02 2022-05-01", today: "20220509", trip: "20220509-trip",
	},
	{
		name: "a folder for each day", files: files("2022/05/2022-05-02/diary.md 2022/05/2022-05-02/photo.md 2022/05/2022-05-01/diary.md"),
		entries: "2022-05-02 2022-05-01", today: "2022/05/2022-05-09/diary.md", trip: "2022/05/2022-05-09/diary-trip.md",
	},
	{
		name: "mixed", files: files("2022-05-02.md 2021/12/2021-12-31.md old/2019_01_02.txt"),
		entries: "2022-05-02 2021-12-31 2019-01-02", today: "2022-05-09.md", trip: "2022-05-09-trip.md",
	},
	{
		name: "files about something that is dated", files: map[string]string{
			"2022/05/2022-05-02.md": "", "talk at 2022-05-03.md": "", "minutes 2022-05-04.md": "", "scan-20220505.pdf": "",
		},
		entries: "2022-05-02", today: "2022/05/2022-05-09.md", trip: "2022/05/2022-05-09-trip.md",
	},
}

func files(paths string) map[string]string {
	all := map[string]string{}
	for _, p := range strings.Fields(paths) {
		all[p] = p + "\n"
	}
	return all
}

// A folder of another program is shown as it is and continued in its own way;
// opening it changes nothing in it.
func TestRecognise(t *testing.T) {
	for _, c := range layouts {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range c.files {
				put(t, filepath.Join(root, filepath.FromSlash(name)), text)
			}
			before := tree(t, root)
			d := openDir(t, root)
			ids, odd := listed(t, d)
			if want := strings.Fields(c.entries); !slices.Equal(ids, want) || len(odd) > 0 {
				t.Errorf("the entries are %q, and odd are %q, want %q", ids, odd, want)
			}
			for _, id := range ids {
				path := d.Path(day(t, id))
				if _, err := os.Stat(path); err != nil {
					t.Errorf("the entry %s: %v", id, err)
				}
				if at, ok := d.At(path); !ok || at != day(t, id) {
					t.Errorf("at %s is %v, %v, want %s", path, at, ok, id)
				}
			}
			if after := tree(t, root); !slices.Equal(before, after) {
				t.Fatalf("listing made %q of %q", after, before)
			}
			for id, want := range map[string]string{"2022-05-09": c.today, "2022-05-09-trip": c.trip} {
				save(t, d, day(t, id), "new\n")
				if got := read(t, filepath.Join(root, filepath.FromSlash(want))); got != "new\n" {
					t.Errorf("%s stands in %s and not in %s", id, d.Path(day(t, id)), want)
				}
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			// Opened again, everything is where it was.
			again, _ := listed(t, openDir(t, root))
			if want := append([]string{"2022-05-09", "2022-05-09-trip"}, ids...); !slices.Equal(again, want) {
				t.Errorf("afterwards the entries are %q, want %q", again, want)
			}
			for name, text := range c.files {
				if got := read(t, filepath.Join(root, filepath.FromSlash(name))); got != text {
					t.Errorf("%s holds %q", name, got)
				}
			}
		})
	}
}

// Whether the day or the month comes first is told by a day behind the
// twelfth, else by the person, and never guessed.
func TestUnclearDays(t *testing.T) {
	for _, c := range []struct{ name, files, entries, today string }{
		{"the day first", "31-12-2021.md 05-02-2022.md", "2022-02-05 2021-12-31", "09-05-2022.md"},
		{"the month first", "log/12.31.2021.txt log/05.02.2022.txt", "2022-05-02 2021-12-31", "log/05.09.2022.txt"},
		{"told by the folder", "2022/05/05-02-2022.md 2022/05/05-03-2022.md", "2022-05-03 2022-05-02", "2022/05/05-09-2022.md"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range files(c.files) {
				put(t, filepath.Join(root, filepath.FromSlash(name)), text)
			}
			d := openDir(t, root)
			if ids, odd := listed(t, d); !slices.Equal(ids, strings.Fields(c.entries)) || len(odd) > 0 {
				t.Errorf("the entries are %q, and odd are %q, want %s", ids, odd, c.entries)
			}
			if readings, err := d.Readings(t.Context()); len(readings) > 0 || err != nil {
				t.Errorf("it is asked about %v, %v", readings, err)
			}
			if got, want := d.Path(day(t, "2022-05-09")), filepath.Join(root, filepath.FromSlash(c.today)); got != want {
				t.Errorf("a new entry stands in %s, want %s", got, want)
			}
		})
	}
}

func TestUnclearDaysAreAskedOnce(t *testing.T) {
	root, state := t.TempDir(), t.TempDir()
	put(t, filepath.Join(root, "05-02-2022.md"), "x")
	put(t, filepath.Join(root, "2021-01-01.md"), "y")
	open := func() *Dir {
		d, err := Open(root, Options{State: state})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
	d := open()
	if ids, odd := listed(t, d); !slices.Equal(ids, []string{"2021-01-01"}) || len(odd) > 0 {
		t.Errorf("before it is asked the entries are %q, and odd are %q", ids, odd)
	}
	readings, err := d.Readings(t.Context())
	if err != nil || len(readings) != 2 || readings[0].File != "05-02-2022.md" || readings[0].Date != day(t, "2022-02-05").Date || readings[1].Date != day(t, "2022-05-02").Date {
		t.Fatalf("it can be read as %+v, %v", readings, err)
	}
	if err := d.ReadAs(readings[1]); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if ids, odd := listed(t, d); !slices.Equal(ids, []string{"2022-05-02", "2021-01-01"}) || len(odd) > 0 {
			t.Errorf("the entries are %q, and odd are %q", ids, odd)
		}
		if readings, err := d.Readings(t.Context()); len(readings) > 0 || err != nil {
			t.Errorf("it is asked again: %v, %v", readings, err)
		}
		d = open()
	}
}
