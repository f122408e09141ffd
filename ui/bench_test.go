package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/store/storetest"
	"lifelog/ui/settings"
)

const paragraph = "今日はカンファレンスの二日目。Lightning Talkで5分だけ話して、夜はみんなで**湖のそば**を歩きました。\n\n"

// benchmark returns the program on a screen of 160×50 with entries, idle.
func benchmark(b *testing.B, entries func(yield func(journal.Version) bool)) *Model {
	b.Helper()
	s := store.NewMem()
	for v := range entries {
		if _, err := s.Save(context.Background(), journal.Version{ID: v.ID, Text: v.Text}); err != nil {
			b.Fatal(err)
		}
	}
	now := func() time.Time { return time.Date(2026, 11, 22, 18, 20, 0, 0, time.UTC) }
	m := New(context.Background(), journal.Open(s, now), Options{Settings: settings.Default(), Getenv: func(string) string { return "" }})
	m.tick = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	settle(m, m.Init())
	send(m, tea.WindowSizeMsg{Width: 160, Height: 50})
	return m
}

// settle does a command and all that follows from it, as the driver does.
func settle(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(m, c)
		}
	default:
		send(m, msg)
	}
}

func send(m *Model, msg tea.Msg) {
	_, cmd := m.Update(msg)
	m.View()
	settle(m, cmd)
}

func today(text string) func(func(journal.Version) bool) {
	return func(yield func(journal.Version) bool) {
		yield(journal.Version{ID: id("2026-11-22"), Text: text})
	}
}

// BenchmarkKey is a letter typed in the middle of an entry: what Bubble Tea
// does between the key and its frame.
func BenchmarkKey(b *testing.B) {
	line := strings.ReplaceAll(paragraph, "\n", "")
	for _, c := range []struct{ name, text string }{
		{"1KB", strings.Repeat(paragraph, 7)},
		{"10KB", strings.Repeat(paragraph, 68)},
		{"1MB", strings.Repeat(paragraph, 6800)},
		{"1MB-in-one-line", strings.Repeat(line, 6900)},
	} {
		b.Run(c.name, func(b *testing.B) {
			m := benchmark(b, today(c.text))
			send(m, tea.KeyPressMsg{Code: tea.KeyEnter})
			m.editor.Go(len(c.text) / 2)
			for b.Loop() {
				m.Update(tea.KeyPressMsg{Code: 'あ', Text: "あ"})
				m.View()
			}
		})
	}
}

// BenchmarkBrowse is ↓ on home among ten years of entries.
func BenchmarkBrowse(b *testing.B) {
	m := benchmark(b, storetest.Corpus(3650))
	for b.Loop() {
		m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		m.View()
	}
}

// BenchmarkOpen is Enter on an entry of 1 MB until the editor's first frame,
// the reading of the file apart.
func BenchmarkOpen(b *testing.B) {
	text := strings.Repeat(paragraph, 6800)
	m := benchmark(b, today(text))
	v := journal.Version{ID: id("2026-11-22"), Text: text, Rev: journal.RevOf(text)}
	for b.Loop() {
		m.open = false // else it would be gone on with
		m.Update(openedMsg{version: v, at: atEnd})
		m.View()
	}
}

// BenchmarkPaste is a paste of 1 MB into an empty day.
func BenchmarkPaste(b *testing.B) {
	text := strings.Repeat(paragraph, 6800)
	m := benchmark(b, today(""))
	for b.Loop() {
		b.StopTimer()
		m.open = false
		m.Update(openedMsg{version: journal.Version{ID: id("2026-11-22")}, at: atEnd})
		b.StartTimer()
		m.Update(tea.PasteMsg{Content: text})
		m.View()
	}
}
