package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
)

// unwatched is a folder whose changes nobody tells of.
type unwatched struct {
	journal.Store
	pages journal.Pages
}

func (u unwatched) Pages(ctx context.Context) []journal.ID { return u.pages.Pages(ctx) }

// withPages is a folder with files that have no date beside the entries.
func withPages(t *testing.T) (s unwatched, dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{
		"2022/05/2022-05-01.md": "# Kyoto\n\nWith [[aki]], by [the list](../../notes.md), and [[none at all]].\n",
		"2022/04/2022-04-30.md": "# Rain\n\nNobody here.\n",
		"people/aki.md":         "# Aki\n\n- [ ] write back\n\nMet [[2022-05-01|in Kyoto]].\n\n![](sea.png)\n",
		"notes.md":              "# Notes\n\nSee [Aki](people/aki.md#Aki).\n",
	} {
		putFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	folder, err := store.Open(dir, store.Options{State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := folder.Close(); err != nil {
			t.Error(err)
		}
	})
	return unwatched{folder, folder}, dir
}

func putFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestReadAPage(t *testing.T) {
	s, _ := withPages(t)
	d := beginOn(t, s)
	d.seesNot("Aki", "notes").press("down", "enter").sees("With aki")
	d.press("tab", "enter").sees("people/aki", "[ ] write back", "Met in Kyoto", "Linked from", "Sun 1 May 2022  Kyoto").seesNot("With aki")
	d.press("tab", "tab", "enter").sees("Sun 1 May 2022", "With aki").press("backspace").sees("write back").press("backspace").sees("With aki")
	d.press("tab", "enter").sees("notes", "See Aki").press("tab", "enter").sees("write back").press("backspace", "backspace").sees("With aki")
	d.press("tab", "enter").sees("“none at all” is not written yet").press("n")
	d.press("shift+tab", "enter", "esc").sees("Kyoto", "May 2022").seesNot("See Aki")
}

// A page is changed by other programs only, and what they made of it is seen.
func TestAPageIsOnlyRead(t *testing.T) {
	s, dir := withPages(t)
	path := filepath.Join(dir, "people", "aki.md")
	d := beginOn(t, s)
	d.press("down", "enter", "tab", "enter").sees("write back")
	d.press("e").sees("Ctrl-E edits it", "write back").press("x").sees("Ctrl-E edits it", "[ ] write back")
	putFile(t, path, "# Aki\n\nIn Osaka now.\n")
	d.send(tea.FocusMsg{})
	d.sees("In Osaka now", "people/aki")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.send(tea.FocusMsg{})
	d.sees("not there any more").press("enter").sees("not there any more").press("backspace").sees("With aki")
}

// A link to a page, followed while writing, shows it; Esc comes back to the link.
func TestReadAPageWhileWriting(t *testing.T) {
	s, _ := withPages(t)
	d := beginOn(t, s)
	d.press("down", "e", "ctrl+home", "down", "down", "ctrl+right", "ctrl+right", "ctrl+o").sees("people/aki", "write back").seesNot("With [[aki]]")
	d.press("esc").sees("With [[aki]]").typ("x").sees("With [[xaki]]")
}
