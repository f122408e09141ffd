package theme

import (
	"errors"
	"testing"
)

func TestPen(t *testing.T) {
	for _, dark := range []bool{true, false} {
		if pen := Pen(New(dark).Title); pen == "" || pen[0] == '\x1b' {
			t.Errorf("the pen of titles is %q", pen)
		}
	}
	if pen := Pen(New(true).Body); pen != "" {
		t.Errorf("what is written has the pen %q", pen)
	}
}

func TestGlamourStyle(t *testing.T) {
	files := map[string]string{"mine.json": `{"h1": {"color": "#ff0000", "bold": true}}`, "broken.json": "{"}
	read := func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, errors.New("no such file")
	}
	if style, err := GlamourStyle("dracula", read); err != nil || style.H1.Bold == nil && style.Heading.Bold == nil {
		t.Errorf("dracula: %v", err)
	}
	if style, err := GlamourStyle("mine.json", read); err != nil || style.H1.Color == nil || *style.H1.Color != "#ff0000" {
		t.Errorf("a file: %v", err)
	}
	for _, name := range []string{"broken.json", "missing.json"} {
		if _, err := GlamourStyle(name, read); err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}
