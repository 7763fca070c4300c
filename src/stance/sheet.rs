//! What a linear model is told of one thing it weighs: the names of the
//! features that hold, with their values.

pub(super) type Feature = (&'static str, f32);

pub(super) struct Sheet(Vec<Feature>);

impl Sheet {
    pub fn with_room(features: usize) -> Self {
        Self(Vec::with_capacity(features))
    }

    pub fn put(&mut self, name: &'static str, value: f32) {
        self.0.push((name, value));
    }

    pub fn mark(&mut self, name: &'static str, holds: bool) {
        if holds {
            self.put(name, 1.0);
        }
    }

    pub fn say(&mut self, name: &'static str) {
        self.put(name, 1.0);
    }

    pub fn into_features(self) -> Vec<Feature> {
        self.0
    }
}
