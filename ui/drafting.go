package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/text"
	"lifelog/ui/words"
)

// drafting is the record of what is being written, for the case that the
// program ends before it is stored.
type drafting struct {
	draft journal.Draft                    // of the entry in the editor; nil when the journal keeps none
	lost  bool                             // the last change is not recorded, which has been said
	late  <-chan error                     // what is not recorded yet and is waited for; nil for nothing
	shown bool                             // it is shown all the same
	was   map[journal.ID]journal.Recovered // what was put back, for undo to lead back from it

	unseen map[journal.ID]bool // of these, whose difference was not looked at yet
}

// holdMost is how long the screen waits for a record of what was typed.
const holdMost = 2 * time.Second

type (
	// recordedMsg says what came of what was late.
	recordedMsg struct {
		late <-chan error
		err  error
	}
	// slowMsg says that it has been waited for long enough.
	slowMsg struct{ late <-chan error }
)

// startWriting brings a version into the editor, with the text that it is begun
// with, which counts as stored: whoever writes nothing else has written nothing.
func (m *Model) startWriting(v journal.Version, begun string) {
	m.endDraft()
	switch was, ok := m.drafts.was[v.ID]; {
	case ok && was.Rev == v.Rev:
		m.editor.OpenOver(was.Base, v)
	case begun != "":
		v.Text = begun
		m.editor.OpenOver("", v)
	default:
		m.editor.Open(v)
	}
	m.open = true
	m.drafts.draft, m.drafts.lost, m.drafts.late, m.drafts.shown = m.j.Draft(v), false, nil, false
	m.pending.since, m.reached = time.Time{}, time.Time{}
	m.elsewhere.gone = false
	m.elsewhere.near.Store(&v.ID)
}

// goOnWriting goes on with the entry that is in the editor already, so that what
// was done there can still be undone, and takes in a version of it that another
// program has stored since; false if it is another entry.
func (m *Model) goOnWriting(v journal.Version) bool {
	base := m.editor.Base()
	switch {
	case !m.open || base.ID != v.ID:
		return false
	case base.Rev == v.Rev:
		m.elsewhere.gone = false
		return true
	case !m.editor.Join(m.editor.Snapshot(), v.Text, v):
		return false
	}
	m.elsewhere.gone = false
	m.recordStored()
	return true
}

// record adds a change of the text to the record, before anybody sees it. This
// is the one place where the loop waits for the disk: for about a microsecond,
// and never for long.
func (m *Model) record(e journal.Edit) {
	if m.drafts.draft != nil {
		m.tookRecord(m.drafts.draft.Add(e, m.editor.Text))
	}
}

func (m *Model) tookRecord(err error) {
	if err != nil && !m.drafts.lost {
		m.warn(nextEsc, words.NoDraft, m.lang.Reason(err))
	}
	m.drafts.lost = err != nil
}

// held says whether the frame has to wait: it would show what is not recorded
// yet, and whoever saw it could lose it.
func (m *Model) held() bool {
	return m.drafts.draft != nil && !m.drafts.shown && m.drafts.draft.Late() != nil
}

// awaitRecord has the frame drawn once what is late is recorded.
func (m *Model) awaitRecord() tea.Cmd {
	if m.drafts.draft == nil || m.drafts.late != nil {
		return nil
	}
	late := m.drafts.draft.Late()
	if late == nil {
		return nil
	}
	m.drafts.late = late
	ctx := m.ctx
	wait := func() tea.Msg {
		select {
		case err := <-late:
			return recordedMsg{late, err}
		case <-ctx.Done():
			return nil
		}
	}
	return tea.Batch(wait, m.tick(holdMost, slowMsg{late}))
}

func (m *Model) recorded(msg recordedMsg) {
	if msg.late != m.drafts.late {
		return
	}
	m.drafts.late, m.drafts.shown = nil, false
	m.over(nextRecord)
	m.tookRecord(msg.err)
}

// slow shows what is not recorded, and says so.
func (m *Model) slow(msg slowMsg) {
	if msg.late != nil && msg.late == m.drafts.late {
		m.drafts.shown = true
		m.warn(nextRecord, words.DraftLate)
	}
}

// recordStored notes in the record what is stored now.
func (m *Model) recordStored() {
	if m.drafts.draft != nil {
		m.drafts.draft.Stored(m.editor.Base(), !m.editor.Modified())
	}
}

// endDraft ends the record. kept says that what is not stored will come back.
func (m *Model) endDraft() (kept bool) {
	draft := m.drafts.draft
	m.drafts.draft = nil
	return draft != nil && draft.Close(!m.editor.Modified()) == nil
}

// leaving asks whether to leave although something is not stored.
func (m *Model) leaving() string {
	if m.drafts.draft == nil || m.drafts.lost {
		return m.lang.Say(words.LeaveUnsaved, m.status.text)
	}
	return m.lang.Say(words.LeaveDraft, m.status.text)
}

// recoverAgain is when after the start drafts are looked at again: a program
// that was told to end may hold its own for as long as a slow disk takes.
var recoverAgain = []time.Duration{3 * time.Second, patience + 7*time.Second}

// recoverMsg says that it is time to.
type recoverMsg struct{}

// recoveredMsg says what was put back at the start.
type recoveredMsg struct {
	list []journal.Recovered
	much []string // of each, how much was written
	err  error
}

// recover puts back what the last program did not come to store.
func (m *Model) recover() tea.Cmd {
	ctx, j, lang := m.ctx, m.j, m.lang
	return func() tea.Msg {
		msg := recoveredMsg{}
		msg.list, msg.err = j.Recover(ctx)
		if msg.list == nil && msg.err == nil {
			return nil
		}
		for _, r := range msg.list {
			characters, w := text.Count(r.Text)
			charactersBefore, wordsBefore := text.Count(r.Base)
			switch {
			case w > wordsBefore:
				msg.much = append(msg.much, lang.Count(w-wordsBefore, words.OneWord, words.WordsAnd))
			case characters > charactersBefore:
				msg.much = append(msg.much, lang.Count(characters-charactersBefore, words.OneCharacter, words.Characters))
			default:
				msg.much = append(msg.much, lang.Say(words.Changes))
			}
		}
		return msg
	}
}

func (m *Model) recovered(msg recoveredMsg) tea.Cmd {
	var cmds []tea.Cmd
	var said, lines []string
	if msg.err != nil {
		lines = append(lines, m.lang.Say(words.NotRecovered, m.lang.Reason(msg.err)))
	}
	for i, r := range msg.list {
		m.drafts.was[r.ID], m.drafts.unseen[r.ID] = r, true
		cmds = append(cmds, m.stored(r.Version))
		if m.open && m.editor.ID() == r.ID {
			cmds = append(cmds, m.compare())
		}
		if r.Copy != "" {
			lines = append(lines, m.lang.Say(words.CopyKept, r.Copy))
		}
		since := r.Since.Format("15:04")
		if d := date.Of(r.Since); d != r.ID.Date {
			since = m.lang.Day(d) + " " + since
		}
		said = append(said, m.lang.Say(words.Recovered, msg.much[i], m.lang.Day(r.ID.Date), since))
	}
	m.putText(len(lines) > 0, nextEsc, m.several(append(lines, said...)))
	return tea.Batch(cmds...)
}
