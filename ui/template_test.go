package ui

import (
	"errors"
	"testing"

	"lifelog/journal"
)

// with begins entries with a template.
func with(template string) func(*Options) {
	return func(o *Options) { o.Template = func(journal.ID) (string, error) { return template, nil } }
}

func TestADayBeginsWithItsTemplate(t *testing.T) {
	d := begin(t, week, with("# {{title}}\n\n{{weekday}} {{weekday.ja}} {{time}}, after [[{{previous}}]]\n\n"))
	d.press("enter").sees("# Mon 2 May 2022", "Monday 月曜日 18:20, after [[2022-05-01]]", "new").cursor(2, 6)
	d.typ("slept well").press("esc")
	d.stores("2022-05-02", "# Mon 2 May 2022\n\nMonday 月曜日 18:20, after [[2022-05-01]]\n\nslept well")
	d.press("enter").sees("slept well").press("esc", "down", "e").sees("# 最終日").seesNot("Monday")
}

func TestOnlyTheTemplateIsNotKept(t *testing.T) {
	d := begin(t, week, with("# Morning\n"))
	d.press("enter").sees("# Morning").press("esc").stores("2022-05-02", "")
	d.press("enter").sees("# Morning", "new").wait().press("ctrl+s").stores("2022-05-02", "")
	d.press("ctrl+z").seesNot("# Morning").press("ctrl+y").sees("# Morning").typ("x").press("backspace", "esc").stores("2022-05-02", "")
	d.press("enter").typ("up").press("esc").stores("2022-05-02", "# Morning\nup")
	d.press("f2", "ctrl+q").stores("2022-05-02", "# Morning\nup")
}

func TestWhatIsWrittenBelowATemplateIsUndone(t *testing.T) {
	d := begin(t, nil, with("# Morning\n"))
	d.press("enter").typ("slept").press("esc", "enter", "ctrl+z").sees("# Morning").seesNot("slept").press("ctrl+z").seesNot("# Morning")
}

func TestATemplateThatCannotBeRead(t *testing.T) {
	d := begin(t, nil, func(o *Options) {
		o.Template = func(journal.ID) (string, error) { return "", errors.New("permission denied") }
	})
	d.press("enter").sees("the template could not be read: permission denied", "new").typ("words").press("esc").stores("2022-05-02", "words")
}
