// Package ui is the screen: the only Bubble Tea model of the program. The
// screens below it (list, reader, editor, search) are plain structs; the model
// hands them actions and typed text and pulls from them what it needs.
//
// A key becomes an action by the table in ui/keys, the action a change of the
// model (verbs.go) and, where it needs the disk or takes time, a command that
// gets values and returns one message (the files named after their subject).
// The view is drawn from the model and changes nothing.
package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/calendar"
	"lifelog/ui/cell"
	"lifelog/ui/editor"
	"lifelog/ui/keys"
	"lifelog/ui/list"
	"lifelog/ui/reader"
	"lifelog/ui/search"
	"lifelog/ui/settings"
	"lifelog/ui/term"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// screen is one of the screens. Overlays lie above it.
type screen int

const (
	home screen = iota
	reading
	writing
	searching
	dating
)

// Options are what a Model is made with.
type Options struct {
	Lang      words.Lang
	Keys      keys.Map // keys.Default() when empty
	Theme     theme.Scheme
	Form      theme.Form // of the theme, until the terminal says what it is
	Root      string     // where the journal is, for people
	Getenv    func(string) string
	Edit      func(path string, line int) error // runs the person's editor on a file
	Clipboard Clipboard
	Browse    func(ctx context.Context, address string) error // opens a link to the web
	ShowFile  func(ctx context.Context, path string) error    // opens a picture
	Start     Start

	CanSuspend bool // there is a shell that takes over, and can have the program go on

	Settings settings.Settings
	Faults   []string // what is wrong with the settings, in words

	Split     int       // how much of the width the list has, in thousandths; 0 is what is usual
	KeepSplit func(int) // remembers it; nil does not

	Template func(journal.ID) (string, error) // the file that an entry is to be begun with; nil for none

	Recent     []string       // the commands that were picked last from the palette, the last one first
	KeepRecent func([]string) // remembers them; nil does not

	Searched     []string       // the queries that were asked last, the last one first
	KeepSearched func([]string) // remembers them; nil does not

	Filled func()                                                           // is called, in the background, when the whole journal is in memory; nil is not
	Thin   func(ctx context.Context, step func(done, all int)) (again bool) // forgets earlier states as they age; nil does not

	Shared func() (mend string) // the command that closes the journal to others who can look into it, once; "" for nothing to say

	Glamour *ansi.StyleConfig // the style of what is read; nil is the theme's own

	Profile     cell.Profile       // how wide this kind of terminal draws text, as far as known
	KeepProfile func(cell.Profile) // remembers what the terminal answered; nil does not
}

// Start says where the program opens.
type Start struct {
	ID    journal.ID // the zero ID opens home
	Write bool       // open the entry for writing
}

// Model is the whole program on the screen.
type Model struct {
	ctx  context.Context
	j    *journal.Journal
	o    Options
	keys keys.Map
	lang words.Lang

	theme    theme.Theme
	form     theme.Form
	ruler    cell.Ruler
	colours  colorprofile.Profile // that the terminal has; the zero profile until it is known
	terminal string               // what it calls itself (XTVERSION)
	shelf    *shelf               // the pictures

	width, height int
	screen        screen
	back          []screen // where Esc leads
	aside         bool     // the list stays beside what is read
	split         split    // between them
	clicked       clicked
	overlay       overlay // nil for none

	ids      []journal.ID   // all entries, newest first
	copies   []journal.Copy // other texts of entries, in files
	within   []journal.Copy // and in the entries themselves
	unlisted string         // why entries may be missing among them; "" for no reason
	coming   journal.ID     // is selected once it is among them; zero for none
	filtered string         // the query that the list is narrowed to; "" for none
	list     list.List
	thisDay  date.Date // today, as the screen shows it
	spans    journal.Spans
	today    memoriesMsg // of which home names the first
	calendar calendar.Calendar
	heads    map[journal.ID]journal.Brief
	asked    map[journal.ID]bool // heads that are being read
	begun    bool                // the first frame stands
	listed   bool                // the names have been read
	wrong    int                 // how much is, with the journal, for the mark on home
	show     shown               // the entry in the reader
	reader   *reader.Reader
	finder   finder     // what is looked for in it
	trail    []visit    // the places that Backspace leads back to
	left     visit      // what was read before the search began
	crossed  []crossing // the links followed while writing, to the entry that is written
	editor   *editor.Editor
	ahead    ahead // of the entry that is being opened in it
	open     bool  // the editor holds an entry
	search   *search.Search
	thinning thinnedMsg         // how far the earlier states have been looked through
	read     progress           // how much of the journal has been read for searching
	giveUp   context.CancelFunc // ends the search under way
	answer   *journal.Answer    // what the search screen shows a part of

	saving    bool                   // a save is under way
	flight    <-chan savedMsg        // what it will come to
	drafts    drafting               // what is typed, until it is stored
	pending   pending                // when it will be
	elsewhere elsewhere              // what other programs do meanwhile
	reached   time.Time              // of the earlier state that undo has come to; zero for none
	then      func(*Model) tea.Cmd   // what waits for the save to succeed
	undos     []func(*Model) tea.Cmd // what takes back what was done to whole entries, the last at the end
	status    status
	said      []string                             // its words, in rows
	suggested suggestedMsg                         // for the tag or the link at the caret
	recent    []string                             // commands picked from the palette, the last one first
	clip      string                               // what was copied here last
	probe     *term.Probe                          // of the widths the terminal has not answered yet
	answers   answers                              // to all it was asked
	tick      func(time.Duration, tea.Msg) tea.Cmd // sends a message later
	clock     func() time.Time                     // of the machine, for what has to wait

	frame tea.View // the last one drawn
	dirty bool     // frame is out of date
}

// New returns the model of a program that has not begun.
func New(ctx context.Context, j *journal.Journal, o Options) *Model {
	if o.Keys == nil {
		o.Keys = keys.Default()
	}
	if o.Theme == (theme.Scheme{}) {
		o.Theme = theme.Named[theme.Default]
	}
	m := &Model{
		ctx: ctx, j: j, o: o, keys: o.Keys, lang: o.Lang, recent: o.Recent[:min(recently, len(o.Recent))],
		heads: map[journal.ID]journal.Brief{}, asked: map[journal.ID]bool{},
		width: 80, height: 24, dirty: true, clock: time.Now,
		tick: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
	}
	m.split.share = o.Split
	m.calendar.First = o.Lang.FirstWeekday(o.Getenv)
	m.ruler = cell.NewRuler(o.Settings.Width.Profile(o.Profile))
	m.editor = editor.New(m.ruler)
	m.editor.Log = m.record
	m.drafts.was, m.drafts.unseen = map[journal.ID]journal.Recovered{}, map[journal.ID]bool{}
	m.reader = reader.New()
	m.search = search.New()
	m.search.Recent = o.Searched
	m.shelf = newShelf()
	m.reader.Configure(func(o *reader.Options) { o.Picture = m.shelf.answer })
	m.paint(o.Form)
	m.thisDay = j.Today()
	m.list.Set(nil, m.thisDay)
	if len(o.Faults) > 0 {
		m.warn(nextKey, words.WrongSettings, m.several(o.Faults))
	}
	return m
}

// Init begins the slow work: the names first, then the texts.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.readNames(), tea.RequestBackgroundColor, m.tick(settled, settledMsg{}), m.awaitDay()}
	switch id := m.o.Start.ID; {
	case id.Date.IsZero():
	case m.o.Start.Write: // on what was written before, if that was cut short
		cmds = append(cmds, tea.Sequence(m.recover(), m.write(id, atEnd)))
	default:
		m.enter(reading)
		cmds = append(cmds, m.look(id, -1, ""))
	}
	return tea.Batch(cmds...)
}

// begin starts, once the first frame stands, the slow work that it did not
// wait for.
func (m *Model) begin() tea.Cmd {
	m.begun = true
	cmds := []tea.Cmd{m.measure(), m.recover(), m.watch(), m.tick(sharedAfter, lookSharedMsg{}), m.thinLater(thinAfter)}
	for _, wait := range recoverAgain {
		cmds = append(cmds, m.tick(wait, recoverMsg{}))
	}
	if m.listed {
		cmds = append(cmds, m.fill(), m.remind(m.j.Today(), false))
	}
	return tea.Batch(cmds...)
}
