package ui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/reader"
	"lifelog/ui/term"
	"lifelog/ui/words"
)

// Clipboard is the clipboard of this machine.
type Clipboard interface {
	Copy(ctx context.Context, text string) error
	Paste(ctx context.Context) (string, error)
}

type (
	// copiedMsg says what came of writing the clipboard.
	copiedMsg struct{ err error }
	// clipMsg is what was read from the clipboard.
	clipMsg struct {
		text string
		err  error
	}
)

// copy puts the selected text on the clipboard.
func (m *Model) copy() tea.Cmd {
	s := m.editor.Selected()
	if s == "" {
		return nil
	}
	return m.toClipboard(s)
}

// copyShown puts on the clipboard where the current link leads, or else the
// paragraph, the code or the table that is read.
func (m *Model) copyShown() tea.Cmd {
	x := m.reader.Excerpt()
	said := map[reader.ExcerptKind]words.Phrase{
		reader.OfWords: words.CopiedText, reader.OfLink: words.CopiedLink, reader.OfCode: words.CopiedCode, reader.OfTable: words.CopiedTable,
	}
	if x.Text == "" {
		m.say(words.NothingToCopy)
		return nil
	}
	return m.copyText(x.Text, said[x.Of])
}

// copyText copies and says what.
func (m *Model) copyText(s string, said words.Phrase) tea.Cmd {
	cmd := m.toClipboard(s)
	m.say(said, s)
	return cmd
}

// toClipboard copies by OSC 52, which reaches the terminal's own machine, and
// by a program of this machine where there is one.
func (m *Model) toClipboard(s string) tea.Cmd {
	m.clip = s
	m.say(words.Copied)
	ctx, board := m.ctx, m.o.Clipboard
	return tea.Batch(tea.SetClipboard(s), func() tea.Msg {
		return copiedMsg{board.Copy(ctx, s)}
	})
}

// cut copies the selected text and deletes it.
func (m *Model) cut() tea.Cmd {
	cmd := m.copy()
	if cmd == nil {
		return nil
	}
	m.editor.Do(keys.Delete)
	return tea.Batch(cmd, m.typed())
}

// pasteClipboard pastes what is on the clipboard; what was copied here last
// where the clipboard cannot be read.
func (m *Model) pasteClipboard() tea.Cmd {
	ctx, board := m.ctx, m.o.Clipboard
	return func() tea.Msg {
		s, err := board.Paste(ctx)
		return clipMsg{s, err}
	}
}

// copied says so when nothing could be copied by a program of this machine
// that is there; the terminal may have taken it all the same.
func (m *Model) copied(msg copiedMsg) {
	if msg.err != nil && !errors.Is(msg.err, term.ErrNoClipboard) {
		m.say(words.NotCopied, m.lang.Reason(msg.err))
	}
}

func (m *Model) clipped(msg clipMsg) tea.Cmd {
	if msg.err != nil {
		msg.text = m.clip
	}
	return m.paste(msg.text)
}
