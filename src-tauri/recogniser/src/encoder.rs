//! Runs the network over one window: what each piece is, with how much certainty.

use std::borrow::Cow;
use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use crate::error::Error;
use crate::table::{Table, WIDTH};

/// Outside, or the beginning or inside of each kind.
pub(crate) const LABELS: usize = 7;
/// Probabilities of the labels of one piece.
pub(crate) type Odds = [f32; LABELS];

const BEGIN_ROW: u32 = 0;
const END_ROW: u32 = 1;

pub(crate) struct Encoder {
    model: Model,
    input: NodeId,
    output: NodeId,
    run: RunOptions,
}

impl Encoder {
    /// Reads the network from ONNX. It runs on the thread that asks, so that the caller
    /// decides how many texts are read at once.
    pub fn read(onnx: Cow<'static, [u8]>) -> Result<Self, Error> {
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = match onnx {
            Cow::Borrowed(onnx) => options.load_static_slice(onnx),
            Cow::Owned(onnx) => options.load(onnx),
        }?;
        let input = model.node_id("rows")?;
        let output = model.node_id("out")?;
        let mut run = RunOptions::default();
        run.thread_pool = Some(Arc::new(ThreadPool::with_num_threads(1)));
        Ok(Self {
            model,
            input,
            output,
            run,
        })
    }

    /// The odds of each piece of a window, whose rows in the table are given.
    pub fn odds(&self, table: &Table, rows: &[u32]) -> Result<Vec<Odds>, Error> {
        let length = rows.len() + 2;
        let mut fed = Vec::with_capacity(length * WIDTH);
        let all = [BEGIN_ROW]
            .into_iter()
            .chain(rows.iter().copied())
            .chain([END_ROW]);
        for (position, row) in all.enumerate() {
            table.push_row(row, position, &mut fed);
        }
        if fed.len() != length * WIDTH {
            return Err(Error::Model("its rows and the program's windows differ"));
        }
        let fed = NdTensor::from_data([length, WIDTH], fed);
        let [out] = self.model.run_n(
            [(self.input, fed.view().into())].into(),
            [self.output],
            Some(self.run.clone()),
        )?;
        let out: NdTensor<f32, 2> = out
            .try_into()
            .map_err(|_| Error::Model("its output is no table of numbers"))?;
        if out.shape() != [length, LABELS] {
            return Err(Error::Model("its output has another shape"));
        }
        let out = out.to_vec();
        let (scores, _) = out.as_chunks::<LABELS>();
        Ok(scores
            .iter()
            .skip(1)
            .take(rows.len())
            .map(softmax)
            .collect())
    }
}

fn softmax(scores: &Odds) -> Odds {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds = scores.map(|score| (score - highest).exp());
    let sum: f32 = odds.iter().sum();
    odds.map(|odd| odd / sum)
}
