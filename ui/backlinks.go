package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// maxBacklinks is how many entries are named below the one they link to.
const maxBacklinks = 20

// backlinks are the heading and the links below an entry: one for each entry
// that links to it.
func backlinks(ctx context.Context, j *journal.Journal, lang words.Lang, linked []journal.ID) (heading string, links []reader.Link) {
	heading = lang.Say(words.LinkedFrom)
	if more := len(linked) - maxBacklinks; more > 0 {
		heading = lang.Say(words.AndMore, heading, more)
		linked = linked[:maxBacklinks]
	}
	for _, id := range linked {
		line := lang.Day(id.Date)
		if head, err := j.Head(ctx, id); err == nil && head.Title != "" {
			line += "  " + head.Title
		}
		links = append(links, reader.Link{Text: line, Target: id.String()})
	}
	return heading, links
}

// relink shows the entry in the reader again, at its place, if other entries
// link to it than are named below it.
func (m *Model) relink() tea.Cmd {
	if !m.show.ok || m.show.in != m.show.id {
		return nil
	}
	ctx, j, id, linked, again := m.ctx, m.j, m.show.id, m.show.linked, m.showAgain()
	return func() tea.Msg {
		if slices.Equal(j.Backlinks(ctx, id), linked) {
			return nil
		}
		return again()
	}
}
