# Draws fig7.svg from fig7.tsv: gnuplot fig7.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "fig7.svg" }
set datafile separator "\t"
set encoding utf8
set border 3 lc rgb '#444444'
set tics nomirror front font ',9'
set grid lc rgb '#dddddd' lt 1 lw 0.5
set style fill solid 0.6 noborder
data = 'fig7.tsv'
set label 1 'Figure 7: over all test images, d = 784, m = 1e5, C0 = 10' at screen 0.02,0.965 left noenhanced
set label 2 'run 1' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555' font ',10'
set multiplot layout 2,3 margins 0.08,0.98,0.18,0.84 spacing 0.1,0.14
set title 'unnormalized, ||delta||/||x||' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 5.000000e-02 nomirror font ',9'
set xrange [4.956920e-05:1.236760e-01]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 0 using 1:2 with boxes lc rgb '#0072B2' title 'test images', \
    data index 1 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 title 'the normal law of their mean and deviation'
unset label 1
unset label 2
unset arrow
unset label 3
set title 'unnormalized, ||grad f||' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 1.000000e+00 nomirror font ',9'
set xrange [1.793480e+01:2.085490e+01]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 2 using 1:2 with boxes lc rgb '#0072B2' notitle, \
    data index 3 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'unnormalized, eta' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 2.000000e-02 nomirror font ',9'
set xrange [2.573720e-05:9.274100e-02]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 4 using 1:2 with boxes lc rgb '#0072B2' notitle, \
    data index 5 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'normalized, ||delta||/||x||' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 5.000000e-02 nomirror font ',9'
set xrange [1.071970e-04:1.441180e-01]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 6 using 1:2 with boxes lc rgb '#0072B2' notitle, \
    data index 7 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'normalized, ||grad f||' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 5.000000e-01 nomirror font ',9'
set xrange [1.895290e+01:2.123270e+01]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 8 using 1:2 with boxes lc rgb '#0072B2' notitle, \
    data index 9 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'normalized, eta' font ',10' noenhanced
set xlabel '' font ',10' noenhanced
set ylabel 'images' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 2.000000e-03 nomirror font ',9'
set xrange [5.269290e-06:7.203330e-03]
set key at screen 0.5,0.09 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 10 using 1:2 with boxes lc rgb '#0072B2' notitle, \
    data index 11 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
unset multiplot
