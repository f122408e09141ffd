package ui

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func TestCompletion(t *testing.T) {
	entries := map[string]string{
		"2022-05-01": "# 海の街\n\n#trip #train\n",
		"2022-04-30": "# Second day\n\n#trip\n",
	}
	d := begin(t, entries)
	d.press("enter").typ("Home. #").sees("Tab  trip   train").typ("t").sees("Tab  trip   train").typ("ra").seesNot("trip").sees("Tab  train").press("tab").seesNot("Tab  ")
	d.typ(" [[海").sees("Tab  海の街").press("tab").typ(" and [[2022-04").sees("Tab  2022-04-30").press("enter").seesNot("Tab  ")
	d.press("tab").press("esc").stores("2022-05-02", "Home. #train [[海の街]] and [[2022-04\n  ")
}

func TestFollowALinkWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{
		"2022-05-02": "as in [[海の街]]", "2022-05-01": "# 海の街\n\n歩いた。[next](2022-04-30.md#Evening)\n", "2022-04-30": "# Day\n\n## Evening\n\nSoup.\n",
	})
	d.press("enter", "ctrl+o").sees("Sun 1 May 2022", "# 海の街", "歩いた。").cursor(2, 2)
	d.press("down", "down", "end", "ctrl+o").sees("Sat 30 April 2022", "## Evening").cursor(5, 4)
	d.typ("x").press("esc").stores("2022-04-30", "# Day\n\n## xEvening\n\nSoup.\n").sees("Sun 1 May 2022").cursor(39, 4)
	d.press("esc").sees("as in [[海の街]]").cursor(18, 2)
	d.press("ctrl+o").sees("Sun 1 May 2022").press("f7").sees("Mon 2 May 2022").press("esc").sees("3 entries")
	d.press("enter", "end", "enter", "ctrl+o").sees("the caret is not in a link").press("esc").sees("3 entries")
}

func TestALinkToWhatIsNotWritten(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "see [[packing]] and [[2022-04-01]]"})
	d.press("enter", "ctrl+o").sees("“2022-04-01” is not written yet").press("y").sees("Fri 1 April 2022", "new").press("esc").cursor(36, 2)
	d.press("home", "ctrl+right", "ctrl+right", "ctrl+o").sees("“packing” is not written yet").press("n").sees("see [[packing]]", "saved")
	d.press("ctrl+o", "y").typ("socks").press("esc").stores("2022-05-02-packing", "socks").sees("see [[packing]]")
}

func TestAnAddressWhileWriting(t *testing.T) {
	var opened []string
	fails := errors.New("no browser")
	open := func(_ context.Context, address string) error {
		opened = append(opened, address)
		if len(opened) > 2 {
			return fails
		}
		return nil
	}
	d := begin(t, map[string]string{"2022-05-02": "![map](https://a.example/m.png)\n地図：https://a.example/?q=東京"}, func(o *Options) { o.Browse = open })
	d.press("enter", "ctrl+o").sees("opened outside: https://a.example/?q=東京", "地図：https").cursor(33, 3).typ("x").sees("東京x")
	d.press("up", "ctrl+o").sees("opened outside: https://a.example/m.png", "![map]")
	d.press("ctrl+o").sees("not opened: no browser", "![map]").seesNot("y copies")
	if want := []string{"https://a.example/?q=東京", "https://a.example/m.png", "https://a.example/m.png"}; !slices.Equal(opened, want) {
		t.Errorf("opened %q", opened)
	}
}

func TestAPictureWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "![c](a.jpg)"}, func(o *Options) {
		o.ShowFile = func(context.Context, string) error { return nil }
	})
	d.press("enter", "ctrl+o").sees("not opened: ").seesNot("not written yet")
}
