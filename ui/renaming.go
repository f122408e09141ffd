package ui

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/journal/fold"
	"lifelog/ui/input"
	"lifelog/ui/words"
)

// askRename asks for another name or day of the entry that one is at.
func (m *Model) askRename() tea.Cmd {
	id := m.entryHere()
	if m.screen == dating {
		id = m.dated()
	}
	if id.IsPage() {
		m.say(words.PageIsRead)
		return nil
	}
	m.overlay = &prompt{
		label: m.lang.Say(words.RenameBox), box: input.New(id.String()),
		hint: func(m *Model, typed string) string {
			if to, err := m.j.Renamed(id, typed); err == nil && to != id {
				return m.dayAndName(to)
			}
			return m.lang.Say(words.RenameHint)
		},
		take: func(m *Model, typed string) (tea.Cmd, string) {
			to, err := m.j.Renamed(id, typed)
			var bad *date.Error
			switch {
			case strings.TrimSpace(typed) == "":
				return nil, m.lang.Say(words.RenameHint)
			case errors.As(err, &bad):
				return nil, m.lang.DateFault(err)
			case err != nil:
				return nil, m.lang.Say(words.BadName)
			case to == id:
				return nil, m.lang.Say(words.SameName)
			}
			title := m.lang.Say(words.RenameTitle, m.dayAndName(id), m.dayAndName(to))
			return m.plan(title, func(ctx context.Context, j *journal.Journal) (*journal.Plan, error) { return j.PlanMove(ctx, id, to) }), ""
		},
	}
	return nil
}

// dayAndName is an entry as people call it, with its day.
func (m *Model) dayAndName(id journal.ID) string {
	return strings.TrimSpace(m.lang.Day(id.Date) + "  " + id.Name)
}

// askTag asks how a tag is to be called. One that there is already is joined.
func (m *Model) askTag(old string, all []journal.Tag) {
	m.overlay = &prompt{
		label: m.lang.Say(words.RenameTagBox, old), box: input.New(old),
		hint: func(m *Model, typed string) string {
			new, err := journal.NewTag(typed)
			for _, tag := range all {
				if err == nil && fold.String(tag.Name) == fold.String(new) && fold.String(old) != fold.String(new) {
					return m.lang.Say(words.JoinsTag, tag.Name, words.Number(tag.Count))
				}
			}
			return m.lang.Say(words.RenameTagHint)
		},
		take: func(m *Model, typed string) (tea.Cmd, string) {
			new, err := journal.NewTag(typed)
			switch {
			case err != nil:
				return nil, m.lang.Say(words.BadTag)
			case new == old:
				return nil, m.lang.Say(words.SameName)
			}
			title := m.lang.Say(words.RenameTitle, "#"+old, "#"+new)
			return m.plan(title, func(ctx context.Context, j *journal.Journal) (*journal.Plan, error) { return j.PlanTag(ctx, old, new) }), ""
		},
	}
}

// plannedMsg is what would change, and what the entries in which it does are
// called.
type plannedMsg struct {
	title  string
	plan   *journal.Plan
	titles []string
	err    error
}

// plan works out a change of several entries and shows it, once what is typed
// is stored.
func (m *Model) plan(title string, work func(context.Context, *journal.Journal) (*journal.Plan, error)) tea.Cmd {
	if !m.read.done {
		m.say(words.ReadSoFar, words.Number(m.read.read), words.Number(m.read.all))
		return nil
	}
	m.say(words.Planning)
	ctx, j, lang := m.ctx, m.j, m.lang
	return m.save(func(m *Model) tea.Cmd {
		return func() tea.Msg {
			msg := plannedMsg{title: title}
			if msg.plan, msg.err = work(ctx, j); msg.err != nil {
				return msg
			}
			for _, c := range msg.plan.Changes {
				head, err := j.Head(ctx, c.ID)
				if err != nil {
					head.Title = lang.Reason(err)
				}
				msg.titles = append(msg.titles, head.Title)
			}
			return msg
		}
	})
}

func (m *Model) planned(msg plannedMsg) {
	switch {
	case msg.err != nil:
		m.warn(nextKey, words.NotRenamed, m.whyNot(msg.err))
	case m.overlay == nil: // else one has gone on
		m.over(nextKey)
		m.overlay = newPreview(m, msg)
	}
}

// whyNot says why something cannot be renamed.
func (m *Model) whyNot(err error) string {
	var taken *journal.Taken
	switch {
	case errors.As(err, &taken):
		return m.lang.Say(words.NameTaken, m.dayAndName(taken.ID))
	case errors.Is(err, journal.ErrNotFound):
		return m.lang.Say(words.NoEntryYet)
	}
	return m.lang.Reason(err)
}
