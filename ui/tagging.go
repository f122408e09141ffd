package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// tagsMsg are the tags of the journal, and what is linked to and not written.
type tagsMsg struct {
	tags    []journal.Tag
	missing []journal.Missing
	err     error
}

// readTags counts the tags.
func (m *Model) readTags() tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		tags, err := j.Tags(ctx)
		return tagsMsg{tags, j.Missing(ctx), err}
	}
}

// tagged opens the list of tags; the one that is picked narrows the list on
// home. Below them stand the links that lead nowhere yet: one picked is written.
func (m *Model) tagged(msg tagsMsg) tea.Cmd {
	switch {
	case m.overlay != nil:
		return nil
	case msg.err != nil:
		m.warn(nextKey, words.NotRead, m.lang.Reason(msg.err))
		return nil
	case len(msg.tags)+len(msg.missing) == 0 && !m.read.done:
		m.say(words.ReadSoFar, words.Number(m.read.read), words.Number(m.read.all))
		return nil
	case len(msg.tags)+len(msg.missing) == 0:
		m.say(words.NoTags)
		return nil
	}
	var items []menu.Item
	count := 0 // cells
	for _, tag := range msg.tags {
		count = max(count, len(words.Number(tag.Count)))
	}
	for _, tag := range msg.tags {
		items = append(items, menu.Item{
			Text: "#" + tag.Name, Note: fmt.Sprintf("%*s  %s", count, words.Number(tag.Count), m.inTime(tag)), Indent: strings.Count(tag.Name, "/"),
		})
	}
	for _, missing := range msg.missing {
		items = append(items, menu.Item{
			Text: "[[" + missing.Target + "]]", Note: m.count(len(missing.From)), Head: m.lang.Say(words.MissingHead),
		})
	}
	p := &picker{menu: menu.New(m.lang.Say(words.TagsBox), items).Even(), none: words.NoMatch, in: keys.TagList}
	p.more = map[keys.Action]func(*Model, int) tea.Cmd{keys.RenameTag: func(m *Model, item int) tea.Cmd {
		if item < len(msg.tags) {
			m.askTag(msg.tags[item].Name, msg.tags)
		}
		return nil
	}}
	p.pick = func(m *Model, item int) tea.Cmd {
		if n := item - len(msg.tags); n >= 0 {
			return m.offer(msg.missing[n].Target)
		}
		m.back, m.screen = nil, home
		m.resize()
		return m.narrow("#" + msg.tags[item].Name)
	}
	m.overlay = p
	return nil
}

// inTime is from when to when a tag is used, and how often by year where it is
// several.
func (m *Model) inTime(t journal.Tag) string {
	years := fmt.Sprint(t.First.Year)
	if t.Last.Year != t.First.Year {
		years += fmt.Sprintf("–%d", t.Last.Year)
		if bars := sparkline(t); m.ruler.Width(bars) <= maxSpark {
			years += " " + bars
		}
	}
	return years
}

const maxSpark = 12 // cells of a sparkline at most

// sparkline is a bar for each year from the first to the last.
func sparkline(t journal.Tag) string {
	most := slices.Max(slices.Collect(maps.Values(t.Years)))
	var b strings.Builder
	for year := t.First.Year; year <= t.Last.Year; year++ {
		if n := t.Years[year]; n == 0 {
			b.WriteByte(' ')
		} else {
			b.WriteRune([]rune("▁▂▃▄▅▆▇█")[(n*8-1)/most])
		}
	}
	return b.String()
}
