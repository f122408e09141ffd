package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	if text, path, err := Settings(); err != nil || len(text) > 0 || path != filepath.Join(dir, "lifelog", "config.toml") {
		t.Errorf("no file: %q, %q, %v", text, path, err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "lifelog", "config.toml"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Settings(); err == nil {
		t.Error("a folder in the place of the file is no error")
	}
}

func TestBeginSettings(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	path, err := BeginSettings([]byte("one"))
	if want := filepath.Join(dir, "lifelog", "config.toml"); err != nil || path != want {
		t.Fatalf("%q, %v, want %q", path, err, want)
	}
	if _, err := BeginSettings([]byte("two")); err == nil {
		t.Error("the file that is there is no error")
	}
	if text, _, err := Settings(); err != nil || string(text) != "one" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestTemplate(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	if err := os.MkdirAll(filepath.Join(dir, "lifelog", "template.sunday.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	want := func(name, text string) {
		t.Helper()
		id, err := journal.ParseID(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Template(id); got != text || err != nil {
			t.Errorf("%s begins with %q, %v, want %q", name, got, err, text)
		}
	}
	want("2022-05-02", "")
	for _, name := range []string{"template.md", "template.monday.md", "template.trip.md"} {
		if err := os.WriteFile(filepath.Join(dir, "lifelog", name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want("2022-05-02", "template.monday.md")
	want("2022-05-03", "template.md")
	want("2022-05-02-trip", "template.trip.md")
	want("2022-05-02-notes", "")
	if _, err := Template(journal.ID{Date: date.Date{Year: 2022, Month: 5, Day: 1}}); err == nil {
		t.Error("a template that cannot be read is no error")
	}
}

func TestRemember(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_STATE_HOME", dir)
	if data, err := Recall("widths.json"); err != nil || len(data) > 0 {
		t.Errorf("before: %q, %v", data, err)
	}
	for _, want := range []string{"one", "another"} {
		if err := Remember("widths.json", []byte(want)); err != nil {
			t.Fatal(err)
		}
		if data, err := Recall("widths.json"); err != nil || !bytes.Equal(data, []byte(want)) {
			t.Errorf("%q, %v, want %q", data, err, want)
		}
	}
	files, err := os.ReadDir(filepath.Join(dir, "lifelog"))
	if err != nil || len(files) != 1 {
		t.Errorf("%d files are left, %v", len(files), err)
	}
}
