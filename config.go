package main

import (
	"cmp"
	"fmt"
	"os"

	"lifelog/store"
	"lifelog/ui/cli"
	"lifelog/ui/settings"
	"lifelog/ui/words"
)

// settings reads the settings file and returns it with its path, for people.
// What is wrong with it costs only what it says.
func (d *disk) settings() (*settings.File, string, error) {
	text, path, err := store.Settings()
	if err != nil {
		text = nil
	}
	return settings.Parse(text), home(path), err
}

// faults says what is wrong in the file at path.
func faults(f *settings.File, path string, err error, lang words.Lang) (said []string) {
	if err != nil {
		said = append(said, err.Error())
	}
	for _, fault := range f.Faults {
		said = append(said, path+": "+lang.Fault(fault))
	}
	return said
}

// speaks is the language of the screen, and what says so: a variable of the
// environment, or "" for the settings.
func speaks(set settings.Settings) (lang words.Lang, variable string) {
	lang, variable = words.Detect(os.Getenv)
	if variable == "LIFELOG_LANG" {
		return lang, variable
	}
	switch set.Language {
	case "en":
		return words.English, ""
	case "ja":
		return words.Japanese, ""
	}
	return lang, variable
}

// config is what lifelog config shows. dir is the folder that an option names.
func (d *disk) config(dir string) (cli.Config, error) {
	f, path, err := d.settings()
	c := cli.Config{Faults: faults(f, path, err, d.lang)}
	for _, r := range f.Rows() {
		s := cli.Setting{Name: r.Name, Value: r.Value, From: "default"}
		if r.Line > 0 {
			s.From = fmt.Sprintf("%s:%d", path, r.Line)
		}
		switch r.Name {
		case "dir":
			var from string
			if s.Value, from, err = folder(dir, f.Dir); err != nil {
				return c, err
			}
			s.From = cmp.Or(from, s.From)
		case "language":
			lang, variable := speaks(f.Settings)
			s.Value = lang.Code()
			if variable != "" {
				s.From = "$" + variable
			}
		}
		s.Written = settings.Written(s.Value)
		c.Settings = append(c.Settings, s)
	}
	return c, nil
}

// initConfig writes a settings file to begin with.
func initConfig() (path string, err error) {
	return store.BeginSettings([]byte(settings.Text()))
}
