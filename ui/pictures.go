package ui

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/picture"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// way is how pictures are drawn.
type way uint8

const (
	inWords  way = iota // by their name and size
	inBlocks            // with half blocks
	inPixels            // with the graphics of the terminal
)

// pictureLook is everything that makes all pictures look as they do.
type pictureLook struct {
	way     way
	rows    int  // at most
	squares bool // half blocks are two cells wide here
}

// detail is how many pixels a side of a decoded picture is kept with.
func (l pictureLook) detail() int {
	if l.way == inPixels {
		return 1024
	}
	return 512
}

// drawing is one picture as it is drawn in one place.
type drawing struct {
	content [sha256.Size]byte
	width   int
	look    pictureLook
}

// What the shelf holds; when there is more, it is begun anew.
const (
	maxAnswers  = 1000
	maxDrawings = 100
	maxDecoded  = 6
)

// shelf holds the pictures of the entries that were read lately, as they are
// drawn. Update alone puts in what commands found; it may be looked into from
// anywhere.
type shelf struct {
	mu       sync.Mutex
	look     pictureLook
	base     string // of the document that is read
	answers  map[reader.Want]reader.Picture
	drawings map[drawing]reader.Picture
	decoded  []decoded
	nextID   int

	asked map[reader.Want]bool // for Update alone
	turn  chan struct{}        // holds a token while a picture is decoded
}

// decoded is a picture that may be drawn again in another size.
type decoded struct {
	content [sha256.Size]byte
	detail  int
	picture *picture.Picture
}

// picturedMsg is what became of a picture that was wanted.
type picturedMsg struct {
	want    reader.Want
	drawing drawing
	shown   reader.Picture
	send    string // what the terminal has to be sent first
	dropped bool   // nobody wants it any more
}

func newShelf() *shelf {
	s := &shelf{nextID: picture.FirstID, turn: make(chan struct{}, 1)}
	s.clear()
	return s
}

// clear forgets everything that is drawn.
func (s *shelf) clear() {
	s.answers, s.drawings = map[reader.Want]reader.Picture{}, map[drawing]reader.Picture{}
	s.asked = map[reader.Want]bool{}
}

// answer tells the reader what is known of a picture.
func (s *shelf) answer(w reader.Want) reader.Picture {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, known := s.answers[w]; known {
		return p
	}
	return reader.Picture{Note: "…", Wait: true}
}

// wants reports whether a picture is still to be drawn in this way.
func (s *shelf) wants(w reader.Want, look pictureLook) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.base == w.Base && s.look == look
}

// put takes in a picture; it reports whether the shelf was full and has
// forgotten all others.
func (s *shelf) put(msg picturedMsg) (full bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if full = len(s.drawings) >= maxDrawings || len(s.answers) >= maxAnswers; full {
		s.clear()
	}
	s.answers[msg.want] = msg.shown
	if len(msg.shown.Rows) > 0 {
		s.drawings[msg.drawing] = msg.shown
	}
	return full
}

// drawnAlready returns a picture that was drawn before.
func (s *shelf) drawnAlready(d drawing) (reader.Picture, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.drawings[d]
	return p, ok
}

// decode returns a decoded picture, one at a time, since each may take much
// memory.
func (s *shelf) decode(content [sha256.Size]byte, data []byte, detail int) (*picture.Picture, error) {
	s.mu.Lock()
	for _, d := range s.decoded {
		if d.content == content && d.detail == detail {
			s.mu.Unlock()
			return d.picture, nil
		}
	}
	s.mu.Unlock()
	p, err := picture.Decode(data, detail)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.decoded = append(s.decoded, decoded{content, detail, p})
	s.decoded = slices.Clone(s.decoded[max(0, len(s.decoded)-maxDecoded):])
	return p, nil
}

// id is the number of the next picture for the terminal. There are more of
// them than the shelf holds pictures, so none that is shown has the same.
func (s *shelf) id() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.nextID > picture.LastID {
		s.nextID = picture.FirstID
	}
	s.nextID++
	return s.nextID - 1
}

// wantPictures begins to draw the pictures on the screen and just below it
// that are not known yet.
func (m *Model) wantPictures() tea.Cmd {
	beside := m.frameOf().pane.w > 0 && m.page() == nil
	if m.screen != reading && !beside || m.screen == writing || !m.show.ok {
		return nil
	}
	s := m.shelf
	s.mu.Lock()
	s.base = m.show.in.String()
	s.mu.Unlock()
	var cmds []tea.Cmd
	for _, w := range m.reader.Wanted(m.height) {
		if !s.asked[w] && w.Base == m.show.in.String() {
			s.asked[w] = true
			cmds = append(cmds, m.drawPicture(w))
		}
	}
	return tea.Batch(cmds...)
}

func (m *Model) drawPicture(w reader.Want) tea.Cmd {
	ctx, j, s, id, look, lang := m.ctx, m.j, m.shelf, m.show.in, m.shelf.look, m.lang
	return func() tea.Msg {
		select {
		case s.turn <- struct{}{}:
			defer func() { <-s.turn }()
		case <-ctx.Done():
			return nil
		}
		msg := picturedMsg{want: w, drawing: drawing{width: w.Width, look: look}}
		if msg.dropped = !s.wants(w, look); msg.dropped {
			return msg
		}
		data, err := j.Picture(ctx, id, w.Target)
		if err == nil {
			err = s.draw(&msg, data, lang)
		}
		if err != nil {
			msg.shown = reader.Picture{Note: whyNoPicture(lang, err)}
		}
		return msg
	}
}

// draw draws a picture as the message says.
func (s *shelf) draw(msg *picturedMsg, data []byte, lang words.Lang) error {
	d := &msg.drawing
	if d.look.way == inWords {
		w, h, err := picture.Size(data)
		msg.shown.Note = fmt.Sprintf("%d×%d", w, h)
		return err
	}
	d.content = sha256.Sum256(data)
	known := false
	if msg.shown, known = s.drawnAlready(*d); known {
		return nil
	}
	p, err := s.decode(d.content, data, d.look.detail())
	if err != nil {
		return err
	}
	if p.Moving {
		msg.shown.Note = lang.Say(words.PictureMoves)
	}
	switch {
	case d.look.way == inPixels:
		msg.send, msg.shown.Rows, err = p.Graphics(s.id(), d.width, d.look.rows)
	case d.look.squares:
		msg.shown.Rows = p.Squares(d.width, d.look.rows)
	default:
		msg.shown.Rows = p.Blocks(d.width, d.look.rows)
	}
	return err
}

// pictured takes in a picture, unless all are to look otherwise by now.
func (m *Model) pictured(msg picturedMsg) tea.Cmd {
	if msg.dropped || msg.drawing.look != m.shelf.look {
		delete(m.shelf.asked, msg.want)
		return nil
	}
	if m.shelf.put(msg) {
		m.layAnew()
	}
	if msg.send == "" {
		return nil
	}
	return tea.Raw(msg.send)
}

// layAnew makes the reader ask for all pictures again. The place stays.
func (m *Model) layAnew() { m.reader.Configure(func(*reader.Options) {}) }

// lookAtPictures finds out how pictures are to be drawn from now on.
func (m *Model) lookAtPictures() {
	look := pictureLook{rows: max(1, (m.height-4)*2/3), squares: m.ruler.Width("▀") > 1}
	switch {
	case m.colours < colorprofile.ANSI256:
	case picture.HasGraphics(m.terminal):
		look.way = inPixels
	default:
		look.way = inBlocks
	}
	if look == m.shelf.look {
		return
	}
	m.shelf.mu.Lock()
	m.shelf.look, m.shelf.answers, m.shelf.asked = look, map[reader.Want]reader.Picture{}, map[reader.Want]bool{}
	m.shelf.mu.Unlock()
	m.layAnew()
}

// drawAgain draws all pictures again after another program had the terminal,
// which keeps no pixels meanwhile.
func (m *Model) drawAgain() {
	if m.shelf.look.way == inPixels {
		m.shelf.mu.Lock()
		m.shelf.clear()
		m.shelf.mu.Unlock()
		m.layAnew()
	}
}

// tryPicturesAgain looks again for those that could not be shown: another
// program may have brought them.
func (m *Model) tryPicturesAgain() {
	if m.shelf.look.way != inWords && m.shelf.forgetFailures() {
		m.layAnew()
	}
}

// forgetFailures reports whether there were any.
func (s *shelf) forgetFailures() (any bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for w, p := range s.answers {
		if len(p.Rows) == 0 {
			delete(s.answers, w)
			delete(s.asked, w)
			any = true
		}
	}
	return any
}

// whyNoPicture says in a few words why a picture is not shown.
func whyNoPicture(lang words.Lang, err error) string {
	var fault *picture.Error
	var odd *journal.Odd
	var large *journal.TooLarge
	switch {
	case errors.Is(err, journal.ErrNotFound), errors.Is(err, context.Canceled):
		return lang.Say(words.PictureMissing)
	case errors.As(err, &odd):
		return odd.Why
	case errors.As(err, &large):
		return lang.Say(words.PictureHeavy, large.Most>>20)
	case !errors.As(err, &fault):
		return lang.Say(words.NotRead, reason(err))
	}
	switch fault.Fault {
	case picture.NoKind:
		return lang.Say(words.PictureOfNoKind)
	case picture.Encoded:
		return lang.Say(words.PictureEncoded)
	case picture.Animated:
		return lang.Say(words.PictureAnimated)
	case picture.TooLarge:
		return lang.Say(words.PictureTooLarge, fault.Width, fault.Height)
	}
	return lang.Say(words.PictureBroken)
}

// viewPicture opens a picture with the program that the system has for it.
func (m *Model) viewPicture(target string) tea.Cmd {
	ctx, j, id, open := m.ctx, m.j, m.show.in, m.o.ShowFile
	return func() tea.Msg {
		where, err := j.PicturePath(ctx, id, target)
		if err == nil {
			err = open(ctx, where)
		}
		return browsedMsg{cell.CleanLine(target), err}
	}
}
