package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// suggestions is how many tags or titles are offered at once.
const suggestions = 6

// suggestedMsg is what could stand at the caret.
type suggestedMsg struct {
	state int // of the text
	words []string
}

// suggest finds what could complete the tag or the link at the caret.
func (m *Model) suggest() tea.Cmd {
	m.suggested = suggestedMsg{}
	w, ok := m.editor.Wanted()
	if !ok {
		return nil
	}
	ctx, j, state := m.ctx, m.j, m.editor.State()
	return func() tea.Msg {
		if w.Link {
			return suggestedMsg{state, j.SuggestTitles(ctx, w.Prefix, suggestions)}
		}
		tags, err := j.SuggestTags(ctx, w.Prefix, suggestions)
		if err != nil || len(tags) == 1 && tags[0] == w.Prefix {
			return nil // an entry that cannot be read suggests nothing
		}
		return suggestedMsg{state, tags}
	}
}

// offered are the suggestions for the text as it is.
func (m *Model) offered() []string {
	if m.screen != writing || m.overlay != nil || m.suggested.state != m.editor.State() {
		return nil
	}
	if _, ok := m.editor.Wanted(); !ok {
		return nil
	}
	return m.suggested.words
}

// indentOrAccept takes the first suggestion; without one it indents.
func (m *Model) indentOrAccept() tea.Cmd {
	if len(m.offered()) > 0 {
		return m.accept()
	}
	m.editor.Do(keys.Indent)
	return m.typed()
}

// accept puts the first suggestion into the text.
func (m *Model) accept() tea.Cmd {
	m.editor.Complete(m.offered()[0])
	m.suggested = suggestedMsg{}
	return m.typed()
}

// offerLine is the line that shows the suggestions, as many as fit.
func (m *Model) offerLine(b box) string {
	line := strings.Repeat(" ", b.x) + m.theme.Body.Render("Tab") + "  "
	room := b.w - len("Tab") - 2
	for i, word := range m.offered() {
		word = cell.CleanLine(word)
		if room -= m.ruler.Width(word) + 3; room < 0 {
			break
		}
		style := m.theme.Dimmed
		if i == 0 {
			style = m.theme.Title
		}
		line += style.Render(word) + "   "
	}
	return line
}

// followHere follows the link that the caret is in. An entry it leads to is
// written, and Esc comes back.
func (m *Model) followHere() tea.Cmd {
	at, ok := m.editor.Link()
	if !ok {
		m.say(words.NoLinkHere)
		return nil
	}
	link := reader.Link{Kind: reader.ToURL, Target: at.Target}
	switch {
	case at.Named:
		link.Kind = reader.ToEntry
	case at.Picture && !reader.OnTheWeb(at.Target):
		link.Kind = reader.ToImage
	}
	return m.followLink(link)
}
