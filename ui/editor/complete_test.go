package editor

import (
	"testing"

	"lifelog/ui/keys"
)

func TestWanted(t *testing.T) {
	for _, c := range []struct {
		drawn string
		want  Wanted
		ok    bool
	}{
		{"#tr|", Wanted{Prefix: "tr"}, true},
		{"雨。#旅|", Wanted{Prefix: "旅"}, true},
		{"雨 ＃旅|", Wanted{Prefix: "旅"}, true},
		{"#a/b|", Wanted{Prefix: "a/b"}, true},
		{"see [[2022|", Wanted{Link: true, Prefix: "2022"}, true},
		{"see [[two words|", Wanted{Link: true, Prefix: "two words"}, true},
		{"[[|", Wanted{Link: true}, true},
		{"雨。#|", Wanted{}, true},
		{"- ＃|", Wanted{}, true},
		{"#|", Wanted{}, false},
		{"  #|", Wanted{}, false},
		{"# heading|", Wanted{}, false},
		{"## a|", Wanted{}, false},
		{"C#sharp|", Wanted{}, false},
		{"&#27|", Wanted{}, false},
		{"#tag done|", Wanted{}, false},
		{"[[closed]] x|", Wanted{}, false},
		{"plain|", Wanted{}, false},
	} {
		got, ok := open(c.drawn).Wanted()
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q: %+v, %v, want %+v, %v", c.drawn, got, ok, c.want, c.ok)
		}
	}
}

func TestComplete(t *testing.T) {
	for _, c := range []struct{ before, with, after string }{
		{"a #tr| b", "trip/kyoto", "a #trip/kyoto| b"},
		{"see [[20|", "2022-05-02", "see [[2022-05-02]]|"},
		{"see [[20|]]", "2022-05-02", "see [[2022-05-02|]]"},
		{"plain|", "x", "plain|"},
	} {
		e := open(c.before)
		e.Complete(c.with)
		if got := drawn(e); got != c.after {
			t.Errorf("%q: %q, want %q", c.before, got, c.after)
		}
		e.Do(keys.Undo)
		if got := drawn(e); got != c.before && c.before != c.after {
			t.Errorf("undo of it gives %q, want %q", got, c.before)
		}
	}
}
