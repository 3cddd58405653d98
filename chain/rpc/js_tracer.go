package rpc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/dop251/goja"
	"github.com/ethereum/go-ethereum/eth/tracers"
)

// A tracer in JavaScript is a client's program. geth evaluates its source, and calls its setup, while it makes the tracer: nothing can stop it then. So geth is given a tracer of
// ours, which is made at once, and which evaluates the client's source when it is first called: then Stop ends it like any other call. What the source exposes has to be
// known beforehand, because geth makes the calls that a tracer has functions for and no others; it is evaluated once before in an engine of our own, which can be stopped.
//
// The two evaluations may differ, and a function of the engine itself (repeating a text a billion times) ends when it ends and takes what memory it takes. Hence Config.JSTracers.

func init() {
	regexp2.DefaultMatchTimeout = time.Second // of the engine's regular expressions, those that may take exponential time: no match after that
}

// jsName is a name and no program: of a tracer that geth brings along, or of nothing.
var jsName = regexp.MustCompile(`^[\w$]+$`)

// jsShape is which functions a tracer has.
type jsShape struct{ step, frames bool }

// shapeOf evaluates source, at most until ctx is done. What geth refuses before it runs anything is refused in the same words. An evaluation that fails here may succeed in geth's
// engine, which has functions of its own: then every function is assumed.
func shapeOf(ctx context.Context, source string) (jsShape, error) {
	program, err := goja.Compile("", "("+source+")", false)
	if err != nil {
		return jsShape{}, fmt.Errorf("SyntaxError: %w", err) // as the engine throws it
	}
	vm := goja.New()
	stop := context.AfterFunc(ctx, func() { vm.Interrupt(errTraceTimeout) })
	defer stop()
	kinds, err := vm.RunString(`(function (tracer) { return ["result", "fault", "step", "enter", "exit"].map(function (name) { return typeof tracer[name] === "function" }) })`)
	if ctx.Err() != nil {
		return jsShape{}, errTraceTimeout
	}
	if err != nil {
		return jsShape{}, err
	}
	measure, _ := goja.AssertFunction(kinds)
	var has []bool
	tracer, err := vm.RunProgram(program)
	if err == nil {
		kinds, err = measure(goja.Undefined(), tracer)
	}
	if err == nil {
		err = vm.ExportTo(kinds, &has)
	}
	switch {
	case ctx.Err() != nil:
		return jsShape{}, errTraceTimeout
	case err != nil || len(has) != 5:
		return jsShape{true, true}, nil
	case !has[0]:
		return jsShape{}, errors.New("trace object must expose a function result()")
	case !has[1]:
		return jsShape{}, errors.New("trace object must expose a function fault()")
	case has[3] != has[4]:
		return jsShape{}, errors.New("trace object must expose either both or none of enter() and exit()")
	}
	return jsShape{has[2], has[3]}, nil
}

// lazyTracer is the tracer that geth is given; the verbs are the client's source and its configuration as JavaScript strings, and the functions of the shape.
const lazyTracer = `(function () {
	var tracer, failure
	function get() {
		if (failure !== undefined) throw failure.error
		if (tracer !== undefined) return tracer
		try {
			var made = (0, eval)(%s)
			var names = ["result", "fault"]
			for (var i = 0; i < names.length; i++)
				if (typeof made[names[i]] !== "function") throw new Error("trace object must expose a function " + names[i] + "()")
			if (typeof made.setup === "function") made.setup(%s)
			return tracer = made
		} catch (error) {
			failure = { error: error }
			throw error
		}
	}
	function forward(name) {
		return function (a, b) {
			var to = get()
			if (typeof to[name] === "function") return to[name](a, b)
		}
	}
	var out = { result: forward("result"), fault: forward("fault") }
	var names = %s
	for (var i = 0; i < names.length; i++) out[names[i]] = forward(names[i])
	return out
})()`

// newJSTracer makes a tracer of the client's source.
func (d *debugAPI) newJSTracer(ctx context.Context, config *tracers.TraceConfig, where *tracers.Context) (*tracers.Tracer, error) {
	if !d.cfg.JSTracers {
		return nil, unsupported("tracer not found: JavaScript tracers are switched off")
	}
	if jsName.MatchString(*config.Tracer) {
		return tracers.DefaultDirectory.New(*config.Tracer, where, config.TracerConfig, d.back.Config.EVM())
	}
	shape, err := shapeOf(ctx, *config.Tracer)
	if err != nil {
		return nil, err
	}
	names := []string{}
	if shape.step {
		names = append(names, "step")
	}
	if shape.frames {
		names = append(names, "enter", "exit")
	}
	setup := "{}"
	if config.TracerConfig != nil {
		setup = string(config.TracerConfig)
	}
	texts := make([]any, 3)
	for i, v := range []any{"(" + *config.Tracer + ")", setup, names} {
		text, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		texts[i] = string(text)
	}
	return tracers.DefaultDirectory.New(fmt.Sprintf(lazyTracer, texts...), where, nil, d.back.Config.EVM())
}
