package ui

import (
	"net/url"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// A file that is dropped on a terminal arrives as pasted text: its path, as a
// shell would read it.

type (
	// droppedMsg are pictures whose paths were pasted into an entry.
	droppedMsg struct {
		id    journal.ID
		state int // of the text after the paste
		names []string
		files [][]byte
	}
	// insertedMsg is the Markdown that shows those that were kept.
	insertedMsg struct {
		id       journal.ID
		state    int
		markdown string
		err      error
	}
)

// maxDropped is how many files at a time are taken for pictures.
const maxDropped = 20

// offerPictures looks whether pasted text is the paths of pictures. The text
// stands in the entry whatever comes of it.
func (m *Model) offerPictures(pasted string) tea.Cmd {
	readings := droppedFiles(pasted)
	if len(readings) == 0 {
		return nil
	}
	ctx, j, id, state := m.ctx, m.j, m.editor.ID(), m.editor.State()
	return func() tea.Msg {
	next:
		for _, files := range readings {
			msg := droppedMsg{id: id, state: state}
			for _, file := range files {
				data, err := j.ReadPicture(ctx, file)
				if err != nil { // it is just text, then
					continue next
				}
				msg.names, msg.files = append(msg.names, filepath.Base(file)), append(msg.files, data)
			}
			return msg
		}
		return nil
	}
}

// dropped asks whether to insert the pictures in the place of their paths.
func (m *Model) dropped(msg droppedMsg) {
	if m.screen != writing || m.overlay != nil || m.editor.ID() != msg.id || m.editor.State() != msg.state {
		return
	}
	m.ask(m.lang.Say(words.InsertPicture, strings.Join(msg.names, "\n")), words.InsertIt, words.KeepPath, func(m *Model) tea.Cmd {
		ctx, j := m.ctx, m.j
		return func() tea.Msg {
			var shown []string
			for _, data := range msg.files {
				markdown, err := j.KeepPicture(ctx, msg.id, data)
				if err != nil {
					return insertedMsg{err: err}
				}
				shown = append(shown, markdown)
			}
			return insertedMsg{msg.id, msg.state, strings.Join(shown, "\n"), nil}
		}
	})
}

// inserted puts the pictures into the text, in the place of the paths unless
// something was written since.
func (m *Model) inserted(msg insertedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		m.warn(nextEsc, words.NotInserted, m.lang.Reason(msg.err))
		return nil
	case !m.open || m.editor.ID() != msg.id:
		m.warn(nextEsc, words.NotInserted, msg.markdown)
		return nil
	case m.editor.State() == msg.state:
		m.editor.Do(keys.Undo)
	}
	m.editor.Paste(msg.markdown)
	return m.typed()
}

// droppedFiles returns the files that pasted text may name: as it stands, a
// path on each line, or the words that a shell would make of it. Only absolute
// paths that end like those of pictures count.
func droppedFiles(pasted string) (readings [][]string) {
	pasted = strings.TrimSpace(strings.ReplaceAll(pasted, "\r\n", "\n"))
	if pasted == "" || len(pasted) > 64<<10 {
		return nil
	}
	for _, files := range [][]string{strings.Split(pasted, "\n"), shellWords(pasted)} {
		all := len(files) > 0 && len(files) <= maxDropped
		for i := range files {
			files[i] = fromURL(strings.TrimSpace(files[i]))
			all = all && filepath.IsAbs(files[i]) && journal.NamesPicture(files[i])
		}
		if all {
			readings = append(readings, files)
		}
	}
	return readings
}

// fromURL is the path that a file URL (RFC 8089) of this machine names.
func fromURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" {
		return s
	}
	return filepath.FromSlash(u.Path)
}

// shellWords splits text at its spaces as a shell does; what is quoted, or has
// a backslash before it, stays together.
func shellWords(s string) (list []string) {
	var word strings.Builder
	open, quote := false, rune(0)
	escaped := false
	for _, r := range s {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			escaped, open = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, open = r, true
		case quote == 0 && (r == ' ' || r == '\n' || r == '\t'):
			if open {
				list = append(list, word.String())
			}
			word.Reset()
			open = false
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if quote != 0 {
		return nil // it was never closed: these are words of a text
	}
	if open {
		list = append(list, word.String())
	}
	return list
}
