package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
)

func TestPages(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir)
	outside := filepath.Join(t.TempDir(), "secret.md")
	put(t, outside, "secret")
	for _, name := range []string{
		"notes.md", "people/aki.md", "people/家族/母.md", "2022/05/index.md", "2022/05/2022-05-02.md", "2022-05-02.conflict-20220502-182000-here.md",
		"trips/2022-05-02.md", ".obsidian/plugin.md", "people/.hidden.md", ".md", "people/.md", "todo.txt", "a b & c.md",
	} {
		put(t, filepath.Join(dir, name), "text of "+name)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "leak.md")); err != nil {
		t.Skip("there are no links on this system:", err)
	}
	if err := os.Symlink("notes.md", filepath.Join(dir, "alias.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Dir(outside), filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, id := range d.Pages(context.Background()) {
		names = append(names, id.Name)
	}
	if got, want := strings.Join(names, "|"), "2022/05/index|a b & c|alias|leak|notes|people/aki|people/家族/母"; got != want {
		t.Errorf("pages: %s\nwant   %s", got, want)
	}
	for name, want := range map[string]string{"notes": "text of notes.md", "alias": "text of notes.md", "people/家族/母": "text of people/家族/母.md"} {
		v, err := d.Load(context.Background(), journal.ID{Name: name})
		if err != nil || v.Text != want || v.Rev != journal.RevOf(want) {
			t.Errorf("%s: %q, %v", name, v.Text, err)
		}
		if path := d.Path(v.ID); path != filepath.Join(dir, filepath.FromSlash(name)+".md") {
			t.Errorf("%s is at %s", name, path)
		} else if at, ok := d.At(path); !ok || at != v.ID {
			t.Errorf("at %s is %v, %v", path, at, ok)
		}
	}
	for _, name := range []string{"none", "leak", "away/secret", "../" + filepath.Base(dir) + "/notes", "/notes", "people/../notes", "people//aki", ".obsidian/plugin", "people/", "2022/05/2022-05-02", "folder", "a\x00b"} {
		if v, err := d.Load(context.Background(), journal.ID{Name: name}); err == nil || v.Text != "" {
			t.Errorf("%q is read: %q", name, v.Text)
		}
	}
	if path := d.Path(journal.ID{Name: "../../etc/passwd"}); !strings.HasPrefix(path, dir+string(filepath.Separator)) {
		t.Errorf("a page is at %s", path)
	}
}

// A page is not changed.
func TestPagesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir)
	put(t, filepath.Join(dir, "notes.md"), "words")
	ctx, id := context.Background(), journal.ID{Name: "notes"}
	v, err := d.Load(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	_, saved := d.Save(ctx, journal.Version{ID: id, Text: "other", Rev: v.Rev})
	_, copied := d.KeepCopy(ctx, v, time.Now())
	_, kept := d.KeepFile(ctx, id, []byte("x"), "png")
	for what, err := range map[string]error{"saved": saved, "removed": d.Remove(ctx, id, v.Rev), "copied": copied, "given a file": kept} {
		var conflict *journal.Conflict
		if err == nil || errors.As(err, &conflict) {
			t.Errorf("a page is %s: %v", what, err)
		}
	}
	if b, err := os.ReadFile(filepath.Join(dir, "notes.md")); err != nil || string(b) != "words" {
		t.Errorf("the page says %q, %v", b, err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("the folder holds %v, %v", list, err)
	}
}
