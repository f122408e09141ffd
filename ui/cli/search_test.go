package cli

import (
	"strings"
	"testing"
)

func TestQueries(t *testing.T) {
	for _, test := range []struct {
		args   []string
		status int
		out    string // all of it
		err    string // a part of it, "" for nothing at all
	}{
		{args: []string{"search", "#work", "mood:>3"}, out: "2022-05-01  Rain all day. #work\n"},
		{args: []string{"search", "/R.in/"}, out: "2022-05-01  Rain all day. #work\n"},
		{args: []string{"search", "サーバールーム"}, out: "2022-04-30-tour  サーバ・ルームの見学\n"},
		{args: []string{"search", "--json", "サーバールーム"}, out: `[
 {"id":"2022-04-30-tour","date":"2022-04-30","name":"tour","title":"サーバ・ルームの見学","line":"サーバ・ルームの見学","marks":[[0,7]],"at":0,"path":"/journal/2022-04-30-tour.md","loose":true}
]
`},
		{args: []string{"search", "--count", "サーバールーム", "OR", "rain"}, out: "3\n"},
		{args: []string{"search", "--explain", "雨", "-(#work OR on:yesterday)"}, out: `all of
  "雨" in the text
  not
    any of
      the tag #work or one below it
      on 2022-05-01
`},
		{args: []string{"search", "on:12.06"}, status: 2, err: "lifelog search: \"12.06\" can be read in more than one way;"},
		{args: []string{"search", "is:fun"}, status: 2, err: "hint: lifelog help search tells how a query is written\n"},
		{args: []string{"search", "--explain", "/[/"}, status: 2, err: "the regular expression cannot be read: missing closing ] in [\n"},
		{args: []string{"search", "-", "()"}, status: 2, err: "lifelog search: there is nothing to search for\n"},

		{args: []string{"list", "rain", "OR", "ルーム"}, out: "2022-05-02  A walk in the rain\n2022-05-01  Rain all day. #work\n2022-04-30-tour  サーバ・ルームの見学\n"},
		{args: []string{"list", "サーバールーム", "--limit", "1"}, out: "2022-04-30-tour  サーバ・ルームの見学\n"},
		{args: []string{"list", "--json", "snow"}, status: 1, out: "[]\n"},
		{args: []string{"list", "has:x"}, status: 2, err: "lifelog list: \"x\" is not known here;"},
	} {
		d := newDesk("2022-05-02", "A walk in the rain\n", "2022-05-01", "---\nmood: 4\n---\nRain all day. #work\n", "2022-04-30-tour", "サーバ・ルームの見学\n")
		status, out, err := d.run(test.args...)
		if status != test.status || out != test.out || !strings.Contains(err, test.err) || (test.err == "") != (err == "") {
			t.Errorf("lifelog %q: status %d, out %q, err %q\nwant status %d, out %q, err with %q",
				test.args, status, out, err, test.status, test.out, test.err)
		}
	}
}
