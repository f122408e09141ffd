package ui

import (
	"context"
	"errors"

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

// picturedMsg is what became of a picture that was wanted.
type picturedMsg struct {
	want    reader.Want
	drawing drawing
	shown   reader.Picture
	send    string // what the terminal has to be sent first
	dropped bool   // nobody wants it any more
}

// wantPictures begins to draw the pictures on the screen and just below it
// that are not known yet.
func (m *Model) wantPictures() tea.Cmd {
	beside := m.frameOf().pane.w > 0 && !m.whole()
	if m.screen != reading && !beside || !m.show.ok {
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
		return lang.Say(words.NotRead, lang.Reason(err))
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
	if m.screen == writing {
		id = m.editor.ID()
	}
	return func() tea.Msg {
		where, err := j.PicturePath(ctx, id, target)
		if err == nil {
			err = open(ctx, where)
		}
		return browsedMsg{cell.CleanLine(target), err}
	}
}
