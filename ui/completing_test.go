package ui

import "testing"

func TestCompletion(t *testing.T) {
	entries := map[string]string{
		"2022-05-01": "# 海の街\n\n#trip #train\n",
		"2022-04-30": "# Second day\n\n#trip\n",
	}
	d := begin(t, entries)
	d.press("enter").typ("Home. #t").sees("Tab  trip   train").typ("ra").seesNot("trip").sees("Tab  train").press("tab").seesNot("Tab  ")
	d.typ(" [[海").sees("Tab  海の街").press("tab").typ(" and [[2022-04").sees("Tab  2022-04-30").press("enter").seesNot("Tab  ")
	d.press("tab").press("esc").stores("2022-05-02", "Home. #train [[海の街]] and [[2022-04\n  ")
}

func TestFollowALinkWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "as in [[海の街]]", "2022-05-01": "# 海の街\n\n歩いた。\n"})
	d.press("enter", "ctrl+o").sees("Sun 1 May 2022", "歩いた。").press("backspace").sees("as in 海の街").press("esc").sees("as in [[海の街]]")
	d.press("end", "enter").press("ctrl+o").sees("the caret is not in a link")
}
