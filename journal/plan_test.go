package journal_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

// folder is a journal in a real folder, with files by their paths, that has
// been read.
func folder(t *testing.T, files map[string]string) (*journal.Journal, *store.Dir, string) {
	t.Helper()
	root := filepath.Join(t.TempDir(), "log")
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	d, err := store.Open(root, store.Options{State: filepath.Join(root, "../state")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	j := journal.Open(d, func() time.Time { return now })
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	return j, d, root
}

// filesIn are the files of a folder by their paths, without those that wait for
// their second look.
func filesIn(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".2") {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// same fails unless two sets of files are the same, byte for byte.
func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s holds %q, want %q", what, name, got[name], want[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: there is %s", what, name)
		}
	}
}

// renames are what becomes of a folder when an entry gets another name. What
// is "" after it is gone; what is not named stays.
var renames = []struct {
	name, from, to string
	before, after  map[string]string
}{
	{"by its ID, wherever links are", "2022-05-01-market", "2022-05-02-fair",
		map[string]string{
			"2022/05/2022-05-01-market.md": "# Strawberries\n\nMe: [[2022-05-01-market]].\n",
			"2022/05/2022-05-03.md": "See [[2022-05-01-market]], [[ 2022-05-01-market | the market ]], [[2022-05-01-market#Strawberries]],\r\n" +
				"|[[2022-05-01-market\\|m]]| ![[2022-05-01-market]] [[2022-05-01-market.md]] and [[Strawberries]].\n\n    [[2022-05-01-market]]\n\n```\n[[2022-05-01-market]]\n```\n`[[2022-05-01-market]]` <!-- [[2022-05-01-market]] -->\n\xff",
			"2022/06/2022-06-01.md": "[a](../05/2022-05-01-market.md) [b](<../05/2022-05-01-market.md>) [c](2022-05-01-market.md#x \"t\")\n[d](../05/2022-05-01-market) [[market]] [[2022/05/2022-05-01-market]]\n",
			"2022/06/2022-06-02.md": "market 2022-05-01-market [[2022-05-01]]\n",
		},
		map[string]string{
			"2022/05/2022-05-01-market.md": "",
			"2022/05/2022-05-02-fair.md":   "# Strawberries\n\nMe: [[2022-05-02-fair]].\n",
			"2022/05/2022-05-03.md": "See [[2022-05-02-fair]], [[ 2022-05-02-fair | the market ]], [[2022-05-02-fair#Strawberries]],\r\n" +
				"|[[2022-05-02-fair\\|m]]| ![[2022-05-02-fair]] [[2022-05-02-fair.md]] and [[Strawberries]].\n\n    [[2022-05-01-market]]\n\n```\n[[2022-05-01-market]]\n```\n`[[2022-05-01-market]]` <!-- [[2022-05-01-market]] -->\n\xff",
			"2022/06/2022-06-01.md": "[a](../05/2022-05-02-fair.md) [b](<../05/2022-05-02-fair.md>) [c](2022-05-02-fair.md#x \"t\")\n[d](../05/2022-05-02-fair) [[fair]] [[2022/05/2022-05-02-fair]]\n",
			"2022/06/2022-06-02.md": "market 2022-05-01-market [[2022-05-02]]\n",
		}},
	{"a day's log", "2022-05-01", "2021-12-31",
		map[string]string{
			"2022/05/2022-05-01.md":         "[next](2022-05-02.md) ![](../../assets/2022/2022-05-01-ab.jpg) ![[2022-05-01-ab.jpg]] [doc](notes.pdf) [none](none.pdf)\n",
			"2022/05/2022-05-02.md":         "[[2022-05-01]] [x](2022-05-01.md)\n",
			"assets/2022/2022-05-01-ab.jpg": "\xff\xd8\xff", "2022/05/notes.pdf": "pdf",
		},
		map[string]string{
			"2022/05/2022-05-01.md": "",
			"2021/12/2021-12-31.md": "[next](../../2022/05/2022-05-02.md) ![](../../assets/2022/2022-05-01-ab.jpg) ![[../../assets/2022/2022-05-01-ab.jpg]] [doc](../../2022/05/notes.pdf) [none](none.pdf)\n",
			"2022/05/2022-05-02.md": "[[2021-12-31]] [x](../../2021/12/2021-12-31.md)\n",
		}},
	{"Japanese, with spaces and brackets", "2022-05-01-市場", "2022-05-01-朝 市 (春)",
		map[string]string{
			"2022/05/2022-05-01-市場.md": "苺\n",
			"2022/05/2022-05-02.md":    "[a](2022-05-01-市場.md) [b](2022-05-01-%E5%B8%82%E5%A0%B4.md) [c](<2022-05-01-市場.md>) [[市場]] [[2022-05-01-市場|市]]。\n",
		},
		map[string]string{
			"2022/05/2022-05-01-市場.md":      "",
			"2022/05/2022-05-01-朝 市 (春).md": "苺\n",
			"2022/05/2022-05-02.md":         "[a](2022-05-01-朝%20市%20%28春%29.md) [b](2022-05-01-%E6%9C%9D%20%E5%B8%82%20%28%E6%98%A5%29.md) [c](<2022-05-01-朝%20市%20%28春%29.md>) [[朝 市 (春)]] [[2022-05-01-朝 市 (春)|市]]。\n",
		}},
	{"so that others do not take its links, nor it theirs", "2022-05-04", "2022-05-01",
		map[string]string{
			"2022/05/2022-05-04.md":        "# Rain\n",
			"2022/05/2022-05-03.md":        "# Rain\n",
			"2022/05/2022-05-01-market.md": "# Market\n",
			"2022/06/2022-06-01.md":        "[[rain]] [[2022-05-01]] [[2022-05-03]]\n",
		},
		map[string]string{
			"2022/05/2022-05-04.md": "", "2022/05/2022-05-01.md": "# Rain\n",
			"2022/06/2022-06-01.md": "[[2022-05-01]] [[2022-05-01-market]] [[2022-05-03]]\n",
		}},
	{"in a folder of another program", "2022-05-01", "2022-06-01",
		map[string]string{
			"20220501.md": "# May\n", "20220502.md": "[x](20220501.md) [[20220501]] [[2022-05-01]] [[May]]\n", "20220503.md": "x\n",
		},
		map[string]string{
			"20220501.md": "", "20220601.md": "# May\n", "20220502.md": "[x](20220601.md) [[20220601]] [[2022-06-01]] [[May]]\n",
		}},
}

// When an entry gets another name, exactly the bytes change that name it, and
// one undo takes all back.
func TestRename(t *testing.T) {
	for _, c := range renames {
		t.Run(c.name, func(t *testing.T) {
			j, _, root := folder(t, c.before)
			p, err := j.PlanMove(ctx, id(t, c.from), id(t, c.to))
			if err != nil {
				t.Fatal(err)
			}
			if len(p.Left)+len(p.Stay) > 0 {
				t.Errorf("left out: %v, %v", p.Left, p.Stay)
			}
			same(t, "a plan", filesIn(t, root), c.before)
			d, err := j.Apply(ctx, p, nil)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			for name, text := range c.before {
				want[name] = text
			}
			for name, text := range c.after {
				if want[name] = text; text == "" {
					delete(want, name)
				}
			}
			same(t, "renamed", filesIn(t, root), want)
			if left, err := j.Undo(ctx, d, nil); err != nil || len(left) > 0 {
				t.Fatal(left, err)
			}
			same(t, "undone", filesIn(t, root), c.before)
		})
	}
}

// What cannot be renamed, and to what nothing can be.
func TestRenameRefused(t *testing.T) {
	j, _, root := folder(t, map[string]string{
		"2022/05/2022-05-01.md": "one\n", "2022/05/2022-05-02.md": "two\n", "2022/05/2022-05-02-market.md": "three\n",
		"2022/05/2022-05-02.conflict-20220502-080000-box.md": "another text\n", "people/aki.md": "See [[2022-05-01]].\n",
	})
	before := filesIn(t, root)
	var taken *journal.Taken
	for _, c := range []struct{ from, to string }{{"2022-05-01", "2022-05-02"}, {"2022-05-01", "2022-05-01"}, {"2022-05-01", "2022-05-02-market"}} {
		if _, err := j.PlanMove(ctx, id(t, c.from), id(t, c.to)); !errors.As(err, &taken) || taken.ID != id(t, c.to) {
			t.Errorf("%s to %s: %v", c.from, c.to, err)
		}
	}
	if _, err := j.PlanMove(ctx, id(t, "2022-05-04"), id(t, "2022-05-05")); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("an entry that is not there: %v", err)
	}
	for from, to := range map[string]string{"2022-05-02": "2022-05-05", "2022-05-01": "2022-05-01-[x]"} {
		if _, err := j.PlanMove(ctx, id(t, from), id(t, to)); err == nil {
			t.Errorf("%s can be %s", from, to)
		}
	}
	if _, err := j.PlanMove(ctx, journal.ID{Name: "people/aki"}, id(t, "2022-05-05")); err == nil {
		t.Error("a page can be renamed")
	}
	p, err := j.PlanMove(ctx, id(t, "2022-05-01"), id(t, "2022-05-05"))
	if err != nil || len(p.Stay) != 1 || p.Stay[0].Name != "people/aki" {
		t.Errorf("pages are not told of: %v, %v", p, err)
	}
	same(t, "refused", filesIn(t, root), before)
}

// The name that a person types.
func TestRenamed(t *testing.T) {
	j, _ := open() // on 2022-05-02
	for typed, want := range map[string]string{
		"2022-05-07": "2022-05-07", "2022-05-07-fair": "2022-05-07-fair", " 2022-05-07-フェア ": "2022-05-07-フェア",
		"yesterday": "2022-05-01-market", "5月1日": "2022-05-01-market", "9999-12-31": "9999-12-31",
		"fair": "2022-04-30-fair", "朝 市": "2022-04-30-朝 市", "か\u3099": "2022-04-30-が",
		"": "", " ": "", "a/b": "", "a\x1bb": "", "..": "", "2月30日": "", "2022-13-01": "", "2022-05-07fair": "", "99999-01-01": "",
		strings.Repeat("雨", 27): "", strings.Repeat("雨", 26): "2022-04-30-" + strings.Repeat("雨", 26),
	} {
		got, err := j.Renamed(id(t, "2022-04-30-market"), typed)
		if err == nil != (want != "") || err == nil && got.String() != want {
			t.Errorf("%q: %v, %v; want %q", typed, got, err, want)
		}
	}
}

// retags are what becomes of a text when the tag 旅 or trip is called differently.
var retags = []struct{ old, new, before, after string }{
	{"trip", "travel", "#trip #Trip ＃ｔｒｉｐ #trip/kyoto #trips #a/trip #trip。「#trip」 [#trip](x) `#trip` **#trip**\n\n    #trip\n", "#travel #travel ＃travel #travel/kyoto #trips #a/trip #travel。「#travel」 [#trip](x) `#trip` **#travel**\n\n    #trip\n"},
	{"#旅", "＃旅行", "#旅、＃旅/京都 #旅人\r\n\xff", "#旅行、＃旅行/京都 #旅人\r\n\xff"},
	{"a/b", "c", "#a/b #a/b/d #a #a/bb #A/B-\n", "#c #c/d #a #a/bb #c-\n"},
	{"a", "a/b", "#a #a/c\n", "#a/b #a/b/c\n"},
	{"a/b", "a", "#a/b #a/b/c\n", "#a #a/c\n"},
	{"trip", "Trip", "#trip #Trip\n", "#Trip #Trip\n"},
	{"trip", "v2", "---\ntags: [trip, \"#trip/kyoto\", 'x', 旅, trip]  # trip\ntitle: trip\ntag: trip, y\n---\n#trip\n", "---\ntags: [v2, \"#v2/kyoto\", 'x', 旅, v2]  # trip\ntitle: trip\ntag: v2, y\n---\n#v2\n"},
	{"trip", "v2", "\uFEFF---\r\ntags:\r\n  - あ\r\n  - trip   \r\n  - trips\r\nother: [trip]\r\n---\r\n", "\uFEFF---\r\ntags:\r\n  - あ\r\n  - v2   \r\n  - trips\r\nother: [trip]\r\n---\r\n"},
	{"あ", "い", "---\n\"題\": 雨\ntags: [\"い\", あ, 'あ/う']\n---\n", "---\n\"題\": 雨\ntags: [\"い\", い, 'い/う']\n---\n"},
}

// When a tag is called differently its bytes change, and no others.
func TestRenameTag(t *testing.T) {
	for _, c := range retags {
		before := map[string]string{"2022/05/2022-05-01.md": c.before, "2022/05/2022-05-02.md": "#none #travels\n"}
		j, _, root := folder(t, before)
		p, err := j.PlanTag(ctx, c.old, c.new)
		if err != nil || len(p.Left) > 0 {
			t.Errorf("%q: %v, %v", c.before, p, err)
			continue
		}
		d, err := j.Apply(ctx, p, nil)
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.before, filesIn(t, root), map[string]string{"2022/05/2022-05-01.md": c.after, "2022/05/2022-05-02.md": "#none #travels\n"})
		if left, err := j.Undo(ctx, d, nil); err != nil || len(left) > 0 {
			t.Fatal(left, err)
		}
		same(t, "undone", filesIn(t, root), before)
	}
}

func TestRenameTagRefused(t *testing.T) {
	j, _, _ := folder(t, map[string]string{
		"2022/05/2022-05-01.md": "---\ntags: \"tr\\u0069p\"\n---\n#trip\n", "2022/05/2022-05-02.md": "#trip #b\n", "2022/05/2022-05-03.md": "#b\n",
	})
	for _, new := range []string{"", "#", "1", "a b", "a/", "/a", "a//b", "a#b", "a.b", "-"} {
		if _, err := j.PlanTag(ctx, "trip", new); !errors.Is(err, journal.ErrNoTag) {
			t.Errorf("#trip can be #%s: %v", new, err)
		}
	}
	if _, err := j.PlanTag(ctx, "trips", "x"); err == nil {
		t.Error("a tag that no entry has can be renamed")
	}
	p, err := j.PlanTag(ctx, "trip", "B")
	if err != nil || len(p.Changes) != 1 || len(p.Left) != 1 || p.Joined != 1 {
		t.Errorf("%+v, %v", p, err)
	}
	if line := p.Changes[0].Lines[0]; line != (journal.ChangedLine{Number: 1, Was: "#trip #b", Is: "#B #b"}) {
		t.Errorf("the line is %+v", line)
	}
}

// What others write between the plan, the change and its undo stays.
func TestPlanMeetsOthers(t *testing.T) {
	j, d, root := folder(t, map[string]string{"2022/05/2022-05-01.md": "one\n\n#a\n", "2022/05/2022-05-02.md": "[[2022-05-01]]\n\n#a\n", "2022/05/2022-05-03.md": "#a\n"})
	elsewhere := func(name, text string) {
		t.Helper()
		v, err := d.Load(ctx, id(t, name))
		if err == nil {
			_, err = d.Save(ctx, journal.Version{ID: v.ID, Text: text, Rev: v.Rev})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	move, err := j.PlanMove(ctx, id(t, "2022-05-01"), id(t, "2022-06-01"))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere("2022-05-02", "more\n\n[[2022-05-01]]\n\n#a\n")
	elsewhere("2022-05-01", "one and more\n\n#a\n")
	moved, err := j.Apply(ctx, move, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "moved", filesIn(t, root), map[string]string{"2022/06/2022-06-01.md": "one and more\n\n#a\n", "2022/05/2022-05-02.md": "more\n\n[[2022-06-01]]\n\n#a\n", "2022/05/2022-05-03.md": "#a\n"})

	tag, err := j.PlanTag(ctx, "a", "b")
	if err != nil {
		t.Fatal(err)
	}
	done, err := j.Apply(ctx, tag, nil)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere("2022-05-03", "#b c\n")
	elsewhere("2022-05-02", "still more\n\n[[2022-06-01]]\n\n#b\n")
	left, err := j.Undo(ctx, done, nil)
	if err != nil || len(left) != 1 || left[0] != id(t, "2022-05-03") {
		t.Errorf("left are %v, %v", left, err)
	}
	if left, err := j.Undo(ctx, moved, nil); err != nil || len(left) > 0 {
		t.Fatal(left, err)
	}
	same(t, "undone", filesIn(t, root), map[string]string{"2022/05/2022-05-01.md": "one and more\n\n#a\n", "2022/05/2022-05-02.md": "still more\n\n[[2022-05-01]]\n\n#a\n", "2022/05/2022-05-03.md": "#b c\n"})
}
