package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lifelog/journal"
	"lifelog/store"
)

// photo is a picture of one colour.
func photo(t *testing.T, w, h int, c color.Color) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var orange = color.RGBA{250, 120, 10, 255}

func putEntry(t *testing.T, s journal.Store, name, text string) {
	t.Helper()
	if _, err := s.Save(context.Background(), journal.Version{ID: id(name), Text: text}); err != nil {
		t.Fatal(err)
	}
}

// withPhoto is a journal with a photo in the entry of 1 May, and the path of it.
func withPhoto(t *testing.T, text string) (*store.Mem, string) {
	t.Helper()
	s := store.NewMem()
	target, err := s.KeepFile(context.Background(), id("2022-05-01"), photo(t, 400, 200, orange), "png")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"2022-05-01": fmt.Sprintf(text, target), "2022-04-30": "# Before\n\nwords\n"} {
		putEntry(t, s, name, text)
	}
	return s, target
}

// inTrueColour tells the program that the terminal has all colours.
func inTrueColour(d *driver) *driver {
	d.t.Helper()
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	return d
}

// pictureRows are the rows of the screen that hold half blocks, and the cells
// of the longest.
func pictureRows(d *driver) (rows, cells int) {
	for line := range strings.Lines(d.screen()) {
		if n := strings.Count(line, "▀"); n > 0 {
			rows, cells = rows+1, max(cells, n)
		}
	}
	return rows, cells
}

func TestPictureIsShown(t *testing.T) {
	s, _ := withPhoto(t, "# Sea\n\nBefore it.\n\n![the sea](%s)\n\nAfter it.\n")
	d := inTrueColour(beginOn(t, s))
	d.press("down").sees("Sea", "the sea", "After it.")
	if rows, cells := pictureRows(d); rows != 11 || cells != 43 {
		t.Errorf("beside the list the picture takes %d×%d cells:\n%s", cells, rows, d.screen())
	}
	if !strings.Contains(d.m.View().Content, "38;2;250;120;10;48;2;250;120;10m▀") {
		t.Error("the picture has not its colour")
	}
	d.press("enter").sees("the sea")
	if rows, cells := pictureRows(d); rows != 13 || cells != 52 {
		t.Errorf("alone the picture takes %d×%d cells:\n%s", cells, rows, d.screen())
	}
	d.size(40, 12)
	if rows, cells := pictureRows(d); rows > 5 || rows < 3 || cells > 36 {
		t.Errorf("at 40×12 the picture takes %d×%d cells:\n%s", cells, rows, d.screen())
	}
	d.size(120, 50)
	d.golden("picture.en")
	d.press("h")
	if rows, _ := pictureRows(d); rows > 0 {
		t.Errorf("the picture is seen above the earlier states:\n%s", d.screen())
	}
	d.press("esc", "end")
	d.size(80, 12)
	d.press("G").sees("After it.").press("g").sees("Before it.")
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	d.sees("[ the sea  2022-05-01-").sees("400×200")
	if rows, _ := pictureRows(d); rows > 0 {
		t.Errorf("without colours a picture is drawn:\n%s", d.screen())
	}
}

// A terminal with kitty's graphics is sent the pixels once.
func TestPictureInPixels(t *testing.T) {
	s, _ := withPhoto(t, "![the sea](%s)\n")
	d := inTrueColour(beginOn(t, s))
	d.send(tea.TerminalVersionMsg{Name: "kitty(0.40.0)"})
	d.press("down", "enter").sees("the sea", "\U0010EEEE\u0305\u0305")
	if rows, _ := pictureRows(d); rows > 0 {
		t.Errorf("the picture is drawn with half blocks:\n%s", d.screen())
	}
	pixels := func() (sent []string) {
		for _, s := range d.sent {
			if strings.HasPrefix(s, "\x1b_G") {
				sent = append(sent, s)
			}
		}
		return sent
	}
	if sent := pixels(); len(sent) != 2 || !strings.Contains(sent[0], "U=1") { // beside the list, and alone
		t.Fatalf("%d pictures were sent: %.80q", len(sent), sent)
	}
	if frame := d.m.View().Content; strings.Contains(frame, "\x1b_G") {
		t.Error("the frame itself holds graphics")
	}
	d.press("j", "k", "esc", "down", "up", "enter")
	if len(pixels()) != 2 {
		t.Errorf("the picture was sent again: %d times", len(d.sent))
	}
	d.send(tea.ResumeMsg{}) // the terminal keeps no pixels of what was behind the shell
	if len(pixels()) != 3 {
		t.Errorf("after a pause the picture was sent %d times in all", len(d.sent))
	}
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	d.sees("400×200").seesNot("\U0010EEEE")
}

func TestPicturesThatCannotBeShown(t *testing.T) {
	s := store.NewMem()
	files := map[string][]byte{"heic": []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "png": []byte("\x89PNG\r\n\x1a\nbroken"), "jpg": []byte("words")}
	text := ""
	for _, kind := range []string{"heic", "png", "jpg"} {
		target, err := s.KeepFile(context.Background(), id("2022-05-01"), files[kind], kind)
		if err != nil {
			t.Fatal(err)
		}
		text += "![" + kind + "](" + target + ")\n\n"
	}
	text += "![gone](gone.jpg)\n\n![web](https://a.example/b.jpg)\n\n![out](../../../../etc/passwd)\n"
	putEntry(t, s, "2022-05-01", text)
	d := inTrueColour(beginOn(t, s))
	d.size(120, 30)
	d.press("down", "enter").sees("HEIC and AVIF are not drawn", "cannot be read as a picture", "not a kind of picture",
		"gone.jpg ]  not found", "[ web  https://a.example/b.jpg ]\n", "leads out of the journal")
}

// A picture that comes later, as by a synchronised folder, is found when one
// comes back to the program.
func TestPictureArrivesLate(t *testing.T) {
	elsewhere, target := withPhoto(t, "%s")
	data, err := elsewhere.ReadFile(context.Background(), id("2022-05-01"), target, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	s := store.NewMem()
	putEntry(t, s, "2022-05-01", "![late]("+target+")\n")
	d := inTrueColour(beginOn(t, s))
	d.press("down", "enter").sees("late", "not found")
	if _, err := s.KeepFile(context.Background(), id("2022-05-01"), data, "png"); err != nil {
		t.Fatal(err)
	}
	d.send(tea.FocusMsg{})
	d.sees("▀▀▀▀", "late").seesNot("not found")
}

func TestPictureOpensInAViewer(t *testing.T) {
	s, _ := withPhoto(t, "![the sea](%s)\n\n![gone](gone.jpg)\n")
	var opened []string
	d := beginOn(t, s, func(o *Options) {
		o.ShowFile = func(_ context.Context, path string) error {
			opened = append(opened, path)
			return nil
		}
	})
	inTrueColour(d).press("down", "enter", "tab", "enter")
	if len(opened) != 1 || !strings.HasPrefix(opened[0], "assets/2022/2022-05-01-") {
		t.Errorf("opened %q", opened)
	}
	d.press("tab", "enter").sees("not opened")
	if len(opened) != 1 {
		t.Errorf("opened %q", opened)
	}
}

// dropFile is a picture outside of the journal.
func dropFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, photo(t, 20, 20, orange), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDropAPicture(t *testing.T) {
	path := dropFile(t, "my photo.png")
	d := begin(t, map[string]string{"2022-05-02": "words\n\n"})
	d.press("enter")
	d.send(tea.PasteMsg{Content: "'" + path + "' "})
	d.sees("Insert this as a picture?", "my photo.png").press("enter").sees("Insert this").press("y")
	d.sees("![](../../assets/2022/2022-05-02-", "edited").seesNot("my photo").press("esc")
	v, err := d.store.Load(context.Background(), id("2022-05-02"))
	if err != nil || !strings.HasPrefix(v.Text, "words\n\n![](../../assets/2022/2022-05-02-") || !strings.HasSuffix(v.Text, ".png)") {
		t.Errorf("stored %q (%v)", v.Text, err)
	}
	inTrueColour(d).press("up", "down").sees("▀▀▀▀")
}

func TestKeepThePathOfAPicture(t *testing.T) {
	path := dropFile(t, "p.png")
	d := begin(t, nil)
	d.press("enter")
	d.send(tea.PasteMsg{Content: path})
	d.sees("Insert this as a picture?").press("n").seesNot("Insert this").sees("p.png")
	d.press("esc").stores("2022-05-02", path)
	d = begin(t, nil)
	d.press("enter")
	for _, text := range []string{path + ".md", path + "x.png", "p.png", path + " and words", filepath.Dir(path)} {
		d.send(tea.PasteMsg{Content: text})
		d.seesNot("Insert this")
	}
}

func TestAPictureThatCannotBeCopied(t *testing.T) {
	path := dropFile(t, "p.png")
	d := beginOn(t, noFiles{store.NewMem()})
	d.press("enter")
	d.send(tea.PasteMsg{Content: path})
	d.press("y").sees("the picture was not inserted: no space").press("esc", "esc").stores("2022-05-02", path)
}

// noFiles is a store that has no room for files.
type noFiles struct{ *store.Mem }

func (noFiles) KeepFile(context.Context, journal.ID, []byte, string) (string, error) {
	return "", errors.New("no space left on the disk")
}

func TestDroppedFiles(t *testing.T) {
	for _, test := range []struct {
		pasted string
		want   string
	}{
		{"/a/b.jpg", "[[/a/b.jpg] [/a/b.jpg]]"},
		{"/a/b.JPEG\n", "[[/a/b.JPEG] [/a/b.JPEG]]"},
		{"'/a/b c.png'", "[[/a/b c.png]]"},
		{`"/a/b c.png"`, "[[/a/b c.png]]"},
		{`/a/b\ c.png `, `[[/a/b\ c.png] [/a/b c.png]]`},
		{"/a/b c.png", "[[/a/b c.png]]"},
		{"/a/b.png /c/d.png", "[[/a/b.png /c/d.png] [/a/b.png /c/d.png]]"},
		{"/a/b.png\r\n/c/d.webp", "[[/a/b.png /c/d.webp] [/a/b.png /c/d.webp]]"},
		{"file:///a/b%20c.gif", "[[/a/b c.gif] [/a/b c.gif]]"},
		{"file://localhost/a/b.heic", "[[/a/b.heic] [/a/b.heic]]"},
		{"file://elsewhere/a/b.heic", "[]"},
		{"'/a/it'\\''s.png'", "[[/a/it's.png]]"},
		{"a/b.png", "[]"},
		{"/a/b.txt", "[]"},
		{"/a/b.png is nice", "[]"},
		{"I said '/a/b.png", "[]"},
		{"https://a.example/b.png", "[]"},
		{"", "[]"},
		{strings.Repeat("/a/b.png\n", 21), "[]"},
	} {
		if got := fmt.Sprint(droppedFiles(test.pasted)); got != test.want {
			t.Errorf("droppedFiles(%.40q) = %s, want %s", test.pasted, got, test.want)
		}
	}
}
