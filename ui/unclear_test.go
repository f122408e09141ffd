package ui

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/store"
)

// unclear is a journal with a file 03-05-2022.md.
type unclear struct {
	journal.Store
	chosen *journal.Reading
}

func (u *unclear) Readings(context.Context) ([]journal.Reading, error) {
	if u.chosen != nil {
		return nil, nil
	}
	return []journal.Reading{
		{File: "03-05-2022.md", Date: date.Date{Year: 2022, Month: 5, Day: 3}, As: "day first"},
		{File: "03-05-2022.md", Date: date.Date{Year: 2022, Month: 3, Day: 5}, As: "month first"},
	}, nil
}

func (u *unclear) ReadAs(r journal.Reading) error {
	u.chosen = &r
	_, err := u.Save(context.Background(), journal.Version{ID: journal.ID{Date: r.Date}, Text: "Mountains.\n"})
	return err
}

// What a date in the name of a file means is asked, once.
func TestUnclearDays(t *testing.T) {
	d := beginOn(t, &unclear{Store: store.NewMem()})
	d.sees("Which day is it?", "03-05-2022.md is the entry of", "Tue 3 May 2022", "Sat 5 March 2022")
	d.press("down", "enter").seesNot("Which day").sees("Mountains.", "March 2022")
	d.send(tea.FocusMsg{})
	d.seesNot("Which day")

	d = beginOn(t, &unclear{Store: store.NewMem()}, japanese)
	d.sees("どの日ですか", "03-05-2022.md はどの日の日記ですか", "2022年5月3日(火)").press("esc").seesNot("どの日ですか")
	d.send(tea.FocusMsg{})
	d.seesNot("どの日ですか")
}
