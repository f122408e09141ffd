package ui

import (
	"crypto/sha256"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"lifelog/ui/picture"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

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

// largePicture is how many pixels a picture has for whose decoding the system
// gets back the memory at once; otherwise that takes minutes.
const largePicture = 4_000_000

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
	if p.Width*p.Height > largePicture {
		debug.FreeOSMemory()
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
