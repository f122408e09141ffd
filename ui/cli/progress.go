package cli

import (
	"io"
	"time"

	"lifelog/journal"
	"lifelog/ui/words"
)

// progress is one line on the person's terminal that says, over and over, how
// far something has come that takes long. What is done soon says nothing.
type progress struct {
	c    *call
	next time.Time // when it may be said
	said bool
}

const (
	takesLong = time.Second
	pace      = 250 * time.Millisecond
)

func (c *call) progress() *progress { return &progress{c: c, next: c.Now().Add(takesLong)} }

// tell says how far it has come.
func (p *progress) tell(phrase words.Phrase, args ...any) {
	now := p.c.Now()
	if !p.c.ErrIsTerminal || p.c.Getenv("TERM") == "dumb" || now.Before(p.next) {
		return
	}
	p.next, p.said = now.Add(pace), true
	p.write("\r\x1b[K" + p.c.say(phrase, args...))
}

// end takes the line away.
func (p *progress) end() {
	if p.said {
		p.write("\r\x1b[K")
	}
	p.said = false
}

func (p *progress) write(s string) { _, _ = io.WriteString(p.c.Err, s) } // when even this fails nobody is left to tell

func (p *progress) read(read, all int) {
	p.tell(words.ReadSoFar, words.Number(read), words.Number(all))
}

func (p *progress) check(of journal.Fault, done, all int) {
	p.tell(words.LookingFor, p.c.Lang.Kind(of), words.Number(done), words.Number(all))
}
