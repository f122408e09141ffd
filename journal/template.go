package journal

import (
	"context"
	"regexp"
)

// blank is a field of a template, as in "# {{date}}".
var blank = regexp.MustCompile(`\{\{ *([a-z.]+) *\}\}`)

// FillTemplate returns a template with its fields filled in for an entry that is
// about to be begun:
//
//	{{date}}      2022-05-02
//	{{time}}      18:20
//	{{weekday}}   Monday
//	{{previous}}  the newest entry before it, as in 2022-05-01; for [[…]]
//
// and those in more, by their names. What is no field stays as it is.
func (j *Journal) FillTemplate(ctx context.Context, template string, id ID, more map[string]string) (string, error) {
	var failed error
	filled := blank.ReplaceAllStringFunc(template, func(whole string) string {
		name := blank.FindStringSubmatch(whole)[1]
		switch name {
		case "date":
			return id.Date.String()
		case "time":
			return j.now().Format("15:04")
		case "weekday":
			return id.Date.Weekday().String()
		case "previous":
			before, err := j.before(ctx, id)
			if err != nil {
				failed = err
			}
			return before
		}
		if value, ok := more[name]; ok {
			return value
		}
		return whole
	})
	return filled, failed
}

// before names the newest entry before one, "" if there is none.
func (j *Journal) before(ctx context.Context, id ID) (string, error) {
	ids, _, err := j.List(ctx)
	if err != nil {
		return "", err
	}
	for _, other := range ids {
		if Newest(id, other) < 0 {
			return other.String(), nil
		}
	}
	return "", nil
}
