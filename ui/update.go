package ui

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Update takes in one message. Everything slow that follows from it is in the
// command it returns.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.dirty = true
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		cmd = m.pass(msg)
	case tea.MouseWheelMsg:
		cmd = m.wheel(msg)
	case tea.MouseClickMsg:
		cmd = m.click(msg)
	case tea.MouseMotionMsg:
		m.drag(msg)
	case tea.MouseReleaseMsg:
		cmd = m.release(msg)
	case tea.WindowSizeMsg:
		// Some terminals do not know how large they are, and say 0.
		m.width, m.height = max(1, msg.Width), max(2, msg.Height)
		m.resize()
		cmd = m.readHeads()
	case tea.BackgroundColorMsg:
		switch {
		case m.form == theme.Plain:
		case msg.IsDark():
			m.paint(theme.Dark)
		default:
			m.paint(theme.Light)
		}
	case tea.FocusMsg:
		m.tryPicturesAgain()
		cmd = tea.Batch(m.turnDay(), m.readNames(), m.compare(), m.lookAtPage())
	case tea.BlurMsg:
		cmd = m.save(nil)
	case settledMsg:
		cmd = m.begin()
	case tea.CursorPositionMsg:
		cmd = m.answered(msg)
	case uv.PrimaryDeviceAttributesEvent, unansweredMsg:
		cmd = m.heard()
	case namesMsg:
		cmd = m.named(msg)
	case recoverMsg:
		cmd = m.recover()
	case lookSharedMsg:
		cmd = m.lookShared()
	case sharedMsg:
		m.warn(nextEsc, words.Shared, msg.mend)
	case readAsMsg:
		cmd = m.namesClear(msg)
	case headsMsg:
		m.headed(msg)
	case shownMsg:
		cmd = m.showed(msg)
	case lengthMsg:
		m.tookLength(msg)
	case hitsMsg:
		cmd = m.counted(msg)
	case linkedMsg:
		cmd = m.linked(msg)
	case returnedMsg:
		cmd = m.returned(msg)
	case browsedMsg:
		m.browsed(msg)
	case toggledMsg:
		cmd = m.toggled(msg)
	case starredMsg:
		cmd = m.starred(msg)
	case spansMsg:
		m.spanned(msg)
	case removedMsg:
		cmd = m.removed(msg)
	case examinedMsg:
		m.wrong = msg.wrong
	case checkedMsg:
		cmd = m.checked(msg)
	case mendedMsg:
		cmd = m.mended(msg)
	case tookBackMsg:
		cmd = m.tookBack(msg)
	case plannedMsg:
		m.planned(msg)
	case stepMsg:
		cmd = m.stepped(msg)
	case appliedMsg:
		cmd = m.applied(msg)
	case trashMsg:
		m.tookTrash(msg)
	case broughtBackMsg:
		cmd = m.wrote(msg.saved, msg.err, words.NotRestored, msg.done, msg.args...)
	case statesMsg:
		cmd = m.tookStates(msg)
	case comparedMsg:
		m.compared(msg)
	case weighedMsg:
		m.weighed(msg)
	case restoredMsg:
		cmd = m.restored(msg)
	case earlierMsg:
		cmd = m.reachedEarlier(msg)
	case keptMsg:
		m.tellUnkept()
	case memoriesMsg:
		m.reminded(msg)
	case tagsMsg:
		cmd = m.tagged(msg)
	case daysMsg:
		m.tookDays(msg)
	case openedMsg:
		cmd = m.typeAhead(m.opened(msg))
	case savedMsg:
		cmd = m.saved(msg)
	case pausedMsg:
		cmd = m.paused()
	case bothMsg:
		m.gotBoth(msg)
	case settledBothMsg:
		cmd = m.settledBoth(msg)
	case recordedMsg:
		m.recorded(msg)
	case slowMsg:
		m.slow(msg)
	case recoveredMsg:
		cmd = m.recovered(msg)
	case watchingMsg:
		cmd = m.watching(msg)
	case changedMsg:
		cmd = m.changed(msg)
	case joinedMsg:
		cmd = m.joined(msg)
	case thinMsg:
		cmd = m.thin()
	case thinnedMsg:
		cmd = m.thinned(msg)
	case progressMsg:
		cmd = m.progressed(msg)
	case totalMsg:
		cmd = m.totalled(msg)
	case moreMsg:
		m.moreFound(msg)
	case filteredMsg:
		cmd = m.narrowed(msg)
	case suggestedMsg:
		m.suggested = msg
	case foundMsg:
		cmd = m.found(msg)
	case editedMsg:
		cmd = m.edited(msg)
	case tea.ColorProfileMsg:
		m.colours = msg.Profile
		if msg.Profile != colorprofile.Unknown && msg.Profile <= colorprofile.ASCII {
			m.paint(theme.Plain)
		}
		m.lookAtPictures()
	case tea.TerminalVersionMsg:
		m.terminal = msg.Name
		m.lookAtPictures()
	case tea.ResumeMsg:
		m.drawAgain()
		cmd = m.turnDay()
	case countedMsg:
		m.tookStats(msg)
	case placedMsg:
		cmd = m.placed(msg)
	case dayEndedMsg:
		cmd = tea.Batch(m.turnDay(), m.awaitDay())
	case picturedMsg:
		cmd = m.pictured(msg)
	case droppedMsg:
		m.dropped(msg)
	case insertedMsg:
		cmd = m.inserted(msg)
	case copiedMsg:
		m.copied(msg)
	case clipMsg:
		cmd = m.clipped(msg)
	default:
		m.dirty = false
		return m, nil
	}
	m.fitStatus()
	return m, tea.Batch(cmd, m.wantPictures(), m.awaitRecord())
}

// scopes are where a key is looked for, innermost first.
func (m *Model) scopes() []keys.Scope {
	if m.overlay != nil {
		if _, asks := m.overlay.(typist); asks {
			return []keys.Scope{m.overlay.scope(), keys.Editor}
		}
		return []keys.Scope{m.overlay.scope()}
	}
	switch m.screen {
	case writing:
		if m.editor.Find() != nil {
			return []keys.Scope{keys.Find, keys.Editor, keys.App}
		}
		return []keys.Scope{keys.Editor, keys.App}
	case searching:
		if m.search.Walking {
			return []keys.Scope{keys.Hits, keys.Command, keys.App}
		}
		return []keys.Scope{keys.Search, keys.Editor, keys.App}
	case dating:
		return []keys.Scope{keys.Calendar, keys.Command, keys.App}
	case reading:
		return []keys.Scope{keys.Reader, keys.Command, keys.App}
	}
	return []keys.Scope{keys.Home, keys.Command, keys.App}
}

// key turns a key into an action, or into text where there is a text box.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	m.over(nextKey)
	scopes := m.scopes()
	if a, ok := m.keys.Lookup(k.String(), scopes...); ok {
		return m.do(a)
	}
	switch {
	case k.Text == "":
		return nil
	case scopes[0].Text():
		return m.typing(k.Text)
	}
	if r, _ := utf8.DecodeRuneInString(k.Text); unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) {
		m.say(words.InputMethod)
	}
	return nil
}

// do does what an action says: the overlay's, the screen's or the program's.
func (m *Model) do(a keys.Action) tea.Cmd {
	if m.overlay != nil {
		return m.overlay.do(m, a)
	}
	if m.screen == writing && m.editor.Find() != nil {
		if cmd, done := m.doFind(a); done {
			return cmd
		}
	}
	if verb, ok := screenVerbs[m.screen][a]; ok {
		return verb(m)
	}
	if verb, ok := verbs[a]; ok {
		return verb(m)
	}
	switch m.screen {
	case writing:
		state := m.editor.State()
		if m.editor.Do(a); m.editor.State() != state {
			return m.typed()
		}
	case reading:
		m.reader.Do(a)
		return m.readOn()
	case searching:
		if m.search.Box.Do(a) {
			return m.find()
		}
	}
	return nil
}

// typing puts text where the caret is.
func (m *Model) typing(s string) tea.Cmd {
	switch b, asked := m.overlay.(typist); {
	case asked:
		return b.typed(m, s)
	case m.screen == searching:
		m.search.Box.Type(s)
		return m.find()
	case m.editor.Find() != nil:
		m.editor.TypeFind(s)
		return nil
	}
	m.editor.Type(s)
	return m.typed()
}

// doFind does what an action says while words are searched for in the entry;
// done is false for actions that mean the same as ever.
func (m *Model) doFind(a keys.Action) (cmd tea.Cmd, done bool) {
	state := m.editor.State()
	switch {
	case m.editor.DoFind(a):
		if m.editor.State() != state {
			return m.typed(), true
		}
	case a == keys.Back:
		m.editor.EndFind()
	case a == keys.SearchAll:
		m.search.Box = input.New(m.editor.Find().Box.String())
		m.editor.EndFind()
		return m.startSearch(), true
	case a == keys.Paste:
		return m.pasteClipboard(), true
	default:
		_, whole := verbs[a]
		return nil, !whole && a != keys.Save
	}
	return nil, true
}

func (m *Model) paste(s string) tea.Cmd {
	switch b, asked := m.overlay.(typist); {
	case s == "":
		return nil
	case asked:
		return b.typed(m, s)
	case m.overlay == nil && m.screen == searching:
		m.search.Box.Type(s)
		return m.find()
	case m.overlay == nil && m.screen == writing && m.editor.Find() != nil:
		m.editor.TypeFind(s)
		return nil
	case m.overlay == nil && m.screen == writing:
		m.editor.Paste(s)
		return tea.Batch(m.typed(), m.offerPictures(s))
	}
	m.say(words.PasteDropped)
	return nil
}
