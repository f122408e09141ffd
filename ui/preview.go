package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// preview is a page with a change of several entries before it is made.
type preview struct {
	title string
	plan  *journal.Plan
	notes []string // what is to be known besides
	view  *diff.View
	heads []string // of each line that changes

	going     bool // it is being made
	done, all int
}

// maxPreview is how many of the lines that change are shown.
const maxPreview = 1000

func newPreview(m *Model, msg plannedMsg) *preview {
	p := &preview{title: msg.title, plan: msg.plan}
	var d diff.Diff
	for i, c := range msg.plan.Changes {
		for k, line := range c.Lines {
			if len(p.heads) == maxPreview {
				break
			}
			head := m.lang.Say(words.LineOf, words.Number(line.Number))
			if k == 0 {
				head = strings.TrimSpace(m.lang.Day(c.ID.Date)+"  "+msg.titles[i]) + "  " + head
			}
			p.heads = append(p.heads, cell.CleanLine(head))
			d = append(d, diff.Hunk(line.Was, line.Is))
		}
	}
	p.view = diff.NewView(d, m.ruler)
	p.notes = previewNotes(m, msg.plan, len(p.heads))
	return p
}

// previewNotes say what else is to be known of a plan of which so many lines
// are shown.
func previewNotes(m *Model, p *journal.Plan, shown int) (notes []string) {
	lines, entries := p.Lines(), len(p.Changes)
	count := m.lang.Say(words.NothingNamesIt)
	if lines > 0 {
		count = m.lang.Say(words.WouldChange, words.Number(lines), words.Number(entries))
	}
	if shown < lines {
		count += " " + m.lang.Say(words.ShownOf, words.Number(shown))
	}
	notes = append(notes, count)
	if p.Joined > 0 {
		notes = append(notes, m.lang.Say(words.JoinsOthers, words.Number(p.Joined)))
	}
	for _, id := range p.Stay {
		notes = append(notes, m.lang.Say(words.PageStays, id.Name))
	}
	for _, odd := range p.Left {
		notes = append(notes, m.lang.Say(words.LeftOut, odd.Error()))
	}
	const most = 6
	if more := len(notes) - most; more > 0 {
		notes = append(notes[:most-1], m.lang.Say(words.AndMore, notes[most-1], more))
	}
	return notes
}

func (p *preview) scope() keys.Scope { return keys.Preview }

func (p *preview) do(m *Model, a keys.Action) tea.Cmd {
	switch {
	case p.going:
	case a == keys.Back:
		m.overlay = nil
	case a == keys.ChangeAll:
		return m.apply(p)
	default:
		p.view.Do(a)
	}
	return nil
}

func (p *preview) lines(m *Model, width, height int) []string {
	lines := p.top(m, width)
	p.view.Head = func(hunk, width int) (string, bool, bool) {
		style, mark := m.theme.Dimmed, "  "
		if hunk == p.view.Hunk() {
			style, mark = m.theme.Title, "▌ "
		}
		return style.Render(m.ruler.Truncate(mark+p.heads[hunk], width)), true, true
	}
	p.view.Resize(width, max(1, height-len(lines)))
	if len(p.heads) > 0 {
		lines = append(lines, p.view.Lines(diff.PensOf(m.theme))...)
	}
	return lines[:min(len(lines), height)]
}

// top are the lines above those that change.
func (p *preview) top(m *Model, width int) (lines []string) {
	for _, row := range m.wrap(p.title, width) {
		lines = append(lines, m.theme.Title.Render(row))
	}
	notes := p.notes
	if p.going {
		notes = []string{m.lang.Say(words.Changing, words.Number(p.done), words.Number(max(p.all, len(p.plan.Changes))))}
	}
	for i, note := range notes {
		style := m.theme.Dimmed
		if i > 0 {
			style = m.theme.Warning
		}
		for _, row := range m.wrap(note, width) {
			lines = append(lines, style.Render(row))
		}
	}
	return append(lines, "")
}

// point is where the line is that is looked at.
func (p *preview) point(m *Model, width int) (x, y int) {
	if len(p.heads) == 0 || p.going {
		return 0, 0
	}
	x, y = p.view.Cursor()
	return x, y + len(p.top(m, width))
}

type (
	// stepMsg says how far a change of several entries has come.
	stepMsg struct {
		done, all int
		more      tea.Cmd
	}
	// appliedMsg says what came of one, or of taking it back: the entry from is
	// called to by now.
	appliedMsg struct {
		title    string
		ids      []journal.ID
		from, to journal.ID
		now      journal.Version // that entry, if it was open under its old name
		done     *journal.Done   // what can be taken back, nil for nothing
		left     []journal.ID    // in which it could not be taken back
		err      error
	}
)

// stepOf is the message of a step of such a change.
func stepOf(done, all int, more tea.Cmd) tea.Msg { return stepMsg{done, all, more} }

func (m *Model) stepped(msg stepMsg) tea.Cmd {
	if p, open := m.overlay.(*preview); open {
		p.done, p.all = msg.done, msg.all
	} else {
		m.say(words.Changing, words.Number(msg.done), words.Number(msg.all))
	}
	return msg.more
}

// apply makes the change. The page stays until it is made, and has the keys.
func (m *Model) apply(p *preview) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving, p.going = true, true
		ctx, j, open := m.ctx, m.j, m.openID()
		return inSteps(func(step func(done, all int)) tea.Msg {
			msg := appliedMsg{title: p.title, from: p.plan.From, to: p.plan.To}
			if msg.done, msg.err = j.Apply(ctx, p.plan, step); msg.err == nil {
				msg.ids = msg.done.IDs()
				msg.now, msg.err = nowOf(ctx, j, open, msg.from, msg.to)
			}
			return msg
		}, stepOf)
	})
}

// openID is the entry in the editor, the zero ID for none.
func (m *Model) openID() journal.ID {
	if m.open {
		return m.editor.ID()
	}
	return journal.ID{}
}

// nowOf reads an entry by its new name if it is open under its old one.
func nowOf(ctx context.Context, j *journal.Journal, open, from, to journal.ID) (journal.Version, error) {
	if from == (journal.ID{}) || from != open {
		return journal.Version{}, nil
	}
	return j.Load(ctx, to)
}

// takeBackAll takes a change of several entries back.
func (m *Model) takeBackAll(title string, d *journal.Done) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		ctx, j, open := m.ctx, m.j, m.openID()
		return inSteps(func(step func(done, all int)) tea.Msg {
			msg := appliedMsg{title: title, from: d.To, to: d.From, ids: append(d.IDs(), d.From)}
			if msg.left, msg.err = j.Undo(ctx, d, step); msg.err == nil {
				msg.now, msg.err = nowOf(ctx, j, open, msg.from, msg.to)
			} else {
				msg.done = d // once more
			}
			return msg
		}, stepOf)
	})
}

// applied takes in what became of a change of several entries.
func (m *Model) applied(msg appliedMsg) tea.Cmd {
	m.saving = false
	p, previewed := m.overlay.(*preview)
	if previewed && p.going {
		m.overlay = nil
	} else {
		previewed = false
	}
	if msg.done != nil {
		m.undos = append(m.undos, func(m *Model) tea.Cmd { return m.takeBackAll(msg.title, msg.done) })
	}
	m.tellUnkept()
	switch {
	case msg.err != nil:
		m.then = nil
		m.warn(nextEsc, words.NotRenamed, m.whyNot(msg.err))
	case len(msg.left) > 0:
		m.warn(nextEsc, words.NotAllTakenBack, m.dayAndName(msg.left[0]), len(msg.left))
	case previewed:
		m.say(words.Renamed, msg.title)
	default:
		m.say(words.RenameTakenBack, msg.title)
	}
	cmds := []tea.Cmd{m.missed()}
	if msg.err == nil && msg.to != (journal.ID{}) {
		cmds = append(cmds, m.renamed(msg.from, msg.to, msg.now))
	}
	heads := map[journal.ID]journal.Brief{}
	for _, id := range msg.ids {
		if brief, ok := m.j.Known(id); ok {
			heads[id] = brief
		}
	}
	return tea.Batch(append(cmds, m.tookChanges(msg.ids, heads), m.proceed())...)
}

// renamed follows an entry to its new name, wherever it is on the screen; now
// is what it is if it is in the editor.
func (m *Model) renamed(from, to journal.ID, now journal.Version) tea.Cmd {
	delete(m.heads, from)
	m.coming = to
	for i := range m.trail {
		if m.trail[i].id == from {
			m.trail[i].id = to
		}
	}
	if now.Rev != "" && m.open && m.editor.ID() == from {
		at, text, typed := m.editor.Caret(), m.editor.Text(), m.editor.Modified()
		m.startWriting(now, "")
		if typed { // while that was done
			m.editor.Put(text)
		}
		m.editor.Go(min(at, len(m.editor.Text())))
	}
	if m.show.id != from {
		return nil
	}
	m.show.ok = false
	if m.screen == reading {
		return m.look(to, m.reader.Top(), m.show.lit)
	}
	return nil
}
